// What `npm pack` and `npm publish` pack is package.json without `scripts` and `devDependencies`: whoever installs the
// package needs neither, and npm warns of a `prepare`. `restore` puts the whole back.
import { copyFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import process from 'node:process';

const whole = '.package.json.whole';
if (process.argv[2] === 'restore') {
  renameSync(whole, 'package.json');
} else {
  copyFileSync('package.json', whole);
  const { scripts, devDependencies, overrides, ...packed } = JSON.parse(readFileSync('package.json', 'utf8'));
  writeFileSync('package.json', `${JSON.stringify(packed, null, 2)}\n`);
}
