import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { readPackageFile } from '../../package-files.ts';
import { shellWord } from '../../reporters/printable.ts';
import type { Context } from '../context.ts';
import { done, type Outcome } from '../exit-codes.ts';
import { makeFolder, refuseName } from '../files/make-folder.ts';
import { isThere } from '../files/paths.ts';
import { fileError, systemCode, wrongEnding } from '../io/file-error.ts';
import { quoteName } from '../io/quote-name.ts';
import { userError } from '../user-error.ts';
import { type InitFlags, type Starter, starters } from './command.ts';

interface Answers {
  readonly file: string;
  readonly starter: Starter;
  /** If empty, the form keeps its placeholder for the name. */
  readonly unit: string;
}

const defaults: Answers = { file: 'bieu-so-2.yaml', starter: 'committee', unit: '' };
const schemaFile = 'form.schema.json';

/** Writes a starter form and its schema. At a terminal it asks for what the command line does not give. */
export async function runInit(
  file: string | undefined,
  flags: InitFlags,
  context: Context,
): Promise<Outcome> {
  const { io, say } = context;
  const given: Partial<Answers> = { ...flags, ...(file === undefined ? {} : { file }) };
  const asks = io.stdin.isTTY && io.stdout.isTTY;
  const answers = asks ? await ask(given, context) : { ...defaults, ...given };
  if (!/\.ya?ml$/i.test(answers.file)) throw wrongEnding(answers.file, ['.yaml', '.yml']);
  const path = resolve(io.cwd, answers.file);
  refuseName(path, answers.file);
  makeFolder(dirname(path), dirname(answers.file));
  try {
    writeFileSync(path, starterText(answers), { flag: 'wx' });
  } catch (error) {
    // The disk may be full after a part was written.
    if (systemCode(error) === 'ENOSPC') rmSync(path, { force: true });
    throw fileError('write', answers.file, error);
  }
  io.stdout.write(
    `${say({ vi: `Đã tạo ${quoteName(answers.file)}`, en: `Wrote ${quoteName(answers.file)}` })}\n`,
  );
  writeSchema(join(dirname(answers.file), schemaFile), context);
  const shown = shellWord(answers.file);
  io.stdout.write(
    say({
      vi: `Mở tệp ra điền, rồi chạy: bieu2 validate ${shown}\nNếu đã có biểu Word thì chuyển thành tệp biểu bằng: bieu2 import <tệp.docx>\n`,
      en: `Fill it in, then run: bieu2 validate ${shown}\nIf you have a Word form, convert it instead: bieu2 import <file.docx>\n`,
    }),
  );
  return done;
}

function starterText({ starter, unit }: Answers): string {
  const text = new TextDecoder().decode(readPackageFile(`templates/starter-${starter}.yaml`));
  const modeline = `# yaml-language-server: $schema=./${schemaFile}\n`;
  // A JSON string is a YAML string, whatever characters it has.
  return modeline + (unit === '' ? text : text.replace(/^unit:.*$/m, () => `unit: ${JSON.stringify(unit)}`));
}

function writeSchema(name: string, { io, say }: Context) {
  const path = resolve(io.cwd, name);
  if (isThere(path)) {
    io.stdout.write(
      `${say({ vi: `Giữ nguyên ${quoteName(name)} đã có`, en: `Kept ${quoteName(name)}, which was already there` })}\n`,
    );
    return;
  }
  try {
    writeFileSync(path, readPackageFile('schemas/form.schema.json'), { flag: 'wx' });
  } catch (error) {
    throw fileError('write', name, error);
  }
  io.stdout.write(
    `${say({ vi: `Đã tạo ${quoteName(name)} (lược đồ cho trình soạn thảo)`, en: `Wrote ${quoteName(name)} (the schema, for editors)` })}\n`,
  );
}

/** Asks for what is not given; an empty answer means the default. */
async function ask(given: Partial<Answers>, { io, say }: Context): Promise<Answers> {
  // Without an output the terminal itself edits the line, and Ctrl-C ends the program as elsewhere.
  const lines = createInterface({ input: io.stdin });
  const reader = lines[Symbol.asyncIterator]();
  const question = async (text: string): Promise<string> => {
    io.stdout.write(text);
    const { value, done: ended } = await reader.next();
    if (ended) {
      io.stdout.write('\n');
      throw cancelled();
    }
    return String(value).trim();
  };
  const askStarter = async (): Promise<Starter> => {
    const list = starters
      .map(({ id, summary }, index) => `  ${index + 1}. ${id}: ${say(summary)}\n`)
      .join('');
    const title = say({ vi: 'Bắt đầu từ bản gợi ý nào?', en: 'Which starter?' });
    for (;;) {
      const answer = await question(`${title}\n${list}${say({ vi: 'Chọn', en: 'Choose' })} [1]: `);
      const chosen = starters.find(({ id }, index) => answer === id || answer === `${index + 1}`);
      if (answer === '' || chosen) return chosen?.id ?? defaults.starter;
    }
  };
  try {
    const starter = given.starter ?? (await askStarter());
    const unit =
      given.unit ??
      (await question(
        say({
          vi: 'Tên đơn vị báo cáo (có thể điền sau): ',
          en: 'Name of the unit (may be filled in later): ',
        }),
      ));
    const file =
      given.file ??
      ((await question(`${say({ vi: 'Tên tệp', en: 'File name' })} [${defaults.file}]: `)) || defaults.file);
    return { starter, unit, file };
  } finally {
    lines.close();
  }
}

const cancelled = userError('Đã dừng, chưa tạo tệp nào.', 'Stopped; no file was written.');
