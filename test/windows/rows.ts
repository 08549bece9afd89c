import { chmodSync } from 'node:fs';
import { expect } from 'vitest';
import { badForm, goodForm, warnedForm } from '../cli/run-main.ts';
import { wireMessage } from '../lsp/client.ts';
import type { Run } from './wine.ts';

/** Command lines that are run one after the other in one folder, as on Linux (with `/`) so on Windows. */
export interface Row {
  readonly name: string;
  readonly lines: readonly (Line | readonly [Line, onWindows: Partial<Run>])[];
  /**
   * Beside `good.yaml` and `bad.yaml`, which are always there. A name that begins with `{d}` or `{unc}` is there. A function
   * is given the URI of the folder.
   */
  readonly files?: Readonly<Record<string, string | Uint8Array | ((uri: string) => string)>>;
  /** Does what is not a file's content. @param path gives the path of a name */
  readonly prepare?: (path: (name: string) => string) => void;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether nothing is written on Windows, whatever is on Linux. */
  readonly isUnchanged?: boolean;
}

/**
 * Words, in double quotes where they have spaces; without `bieu2`. `{d}` is a folder of another drive, `{unc}` one on a
 * server, `{server}` the same without its `\\`, `{cwd}` the folder itself, all absolute. `< name` is standard input.
 */
type Line = string;

const otherForm = goodForm.replace('TỔ CHỨC', 'KHÁC');
const slipForm = goodForm.replace('complexity: 4', 'complexity: "4"').replace('công tác', 'công tác ,họp');
const crlf = (text: string) => text.replaceAll('\n', '\r\n');
const nfd = 'Biểu mẫu/số 2.yaml'.normalize('NFD');
const nfc = nfd.normalize('NFC');
const deep = Array.from({ length: 5 }, (_, index) => `${index}${'x'.repeat(60)}`).join('/');

/** Every command, and every option that takes a file. */
const commands: readonly Row[] = [
  {
    name: 'validate',
    lines: ['validate good.yaml bad.yaml', 'validate .\\bad.yaml', 'validate', 'validate --lang vi'],
  },
  {
    name: 'reports',
    lines: [
      ...['pretty', 'line', 'json', 'sarif', 'github', 'gitlab', 'junit'].map(
        (format) => `validate . --format ${format}`,
      ),
      'validate sub\\b.yaml {cwd}\\sub\\b.yaml {cwd}\\bad.yaml --format sarif=out\\a.sarif --format json=out\\b\\a.json --format gitlab=out\\g.json',
      'validate sub --format sarif --format line=out\\a.txt',
    ],
    files: { 'sub/b.yaml': badForm, '.git/HEAD': '', 'out/x': '' },
  },
  {
    name: 'fixes',
    lines: [
      'validate --fix --dry-run .',
      'validate --fix --diff .',
      'validate --fix .',
      'validate --fix sub\\crlf.yaml',
    ],
    files: {
      'a.yaml': slipForm,
      'sub/crlf.yaml': crlf(slipForm),
      'sub/bom.yaml': `\ufeff${crlf(slipForm)}`,
      'a.json': '\ufeff{"form": "bieu-so-2"}',
    },
  },
  {
    name: 'the baseline',
    lines: [
      'validate . --baseline sub\\base.json --update-baseline',
      'validate . --baseline sub\\base.json',
      'validate sub\\b.yaml',
    ],
    files: { 'sub/b.yaml': badForm },
  },
  {
    name: 'the configuration',
    lines: [
      'validate',
      'validate sub',
      'validate --config other\\c.yaml',
      'validate sub\\b.yaml sub\\b.yaml',
      'validate --show-files',
      'summary',
      'export',
    ],
    files: {
      'bieu2.config.yaml':
        'files: { include: ["sub/**/*.yaml"], exclude: ["sub/old"] }\noverrides: [{ files: ["sub/w.yaml"], reason: cũ, rules: { unrated-task: off } }]\n',
      'sub/b.yaml': badForm,
      'sub/w.yaml': warnedForm,
      'sub/old/c.yaml': badForm,
      'other/c.yaml': 'files: { include: ["../sub/old"] }\n',
      'other/office.json': '{"properties": {"unit": {"const": "X"}}}',
    },
  },
  {
    name: 'the schema of an office',
    lines: ['validate good.yaml --schema s\\office.json'],
    files: { 's/office.json': '{"properties": {"unit": {"const": "X"}}}' },
  },
  {
    name: 'standard input',
    lines: [
      'validate - < bad.yaml',
      'render - -o out.docx < good.yaml',
      'render - -o - --to html < good.yaml',
      'export - < good.yaml',
      'diff good.yaml - < bad.yaml',
    ],
  },
  {
    name: 'render',
    lines: [
      'render good.yaml',
      'render good.yaml',
      'render good.yaml -o new.html',
      'render . --out-dir out\\a',
      'render good.yaml --template ngang -o out\\b.docx',
      'render good.yaml --to docx,html --out-dir {d}\\out',
      'render good.yaml -o no\\folder\\a.docx',
      'render bad.yaml --draft',
    ],
    files: { 'sub/b.yaml': otherForm },
  },
  {
    name: 'import',
    lines: [
      'render sub -o sub\\w.docx',
      'import sub\\w.docx',
      'import sub\\w.docx',
      'import sub --out-dir forms',
      'import sub\\w.docx -o sub\\w.json --force',
      'validate sub\\w.docx',
      'diff good.yaml sub\\w.docx',
    ],
    files: { 'sub/g.yaml': warnedForm },
  },
  {
    name: 'annotate',
    lines: [
      'render bad.yaml --draft -o w\\b.docx',
      'validate w\\b.docx --annotate w\\n.docx',
      'validate w --annotate-dir notes',
    ],
    files: { 'w/x.txt': '' },
  },
  {
    name: 'diff',
    lines: [
      'diff good.yaml bad.yaml',
      'diff .\\good.yaml sub\\b.yaml --format json',
      'diff good.yaml sub\\b.yaml --format md',
    ],
    files: { 'sub/b.yaml': badForm },
  },
  {
    name: 'merge',
    lines: [
      'merge good.yaml o\\other.yaml',
      'merge good.yaml o\\other.yaml -o o\\all.yaml',
      'merge good.yaml o\\other.yaml -o o\\all.yaml',
      'merge good.yaml o\\other.yaml --dry-run',
      'merge good.yaml o -o all.json',
    ],
    files: { 'o/other.yaml': `# yaml-language-server: $schema=../../s/form.schema.json\n${otherForm}` },
  },
  {
    name: 'summary',
    lines: [
      'summary .',
      'summary . -o out\\s.html',
      'summary . -o out\\s.xlsx',
      'summary . --format json',
      'summary sub\\*.yaml',
    ],
    files: { 'sub/o.yaml': otherForm, 'out/x': '' },
  },
  {
    name: 'export',
    lines: [
      'export .',
      'export sub -o sub\\e.csv',
      'export sub -o sub\\e.xlsx',
      'export . --format jsonl',
      'export good.yaml --format json',
    ],
    files: { 'sub/o.yaml': otherForm },
  },
  {
    name: 'template',
    lines: [
      'template',
      'template list',
      'template show ngang',
      'template new -o t\\own.docx',
      'template check t\\own.docx',
      'template new -o t\\own.yaml',
      'render good.yaml -t t\\own.yaml -o out.docx',
      'render good.yaml -t t\\own.docx -o out2.docx',
    ],
  },
  { name: 'init', lines: ['init', 'init', 'init sub\\new.yaml', 'init a.json', 'validate bieu-so-2.yaml'] },
  {
    name: 'lsp',
    lines: ['lsp < session'],
    files: {
      'bieu2.config.yaml': 'language: en\n',
      session: (uri) =>
        [
          { id: 1, method: 'initialize', params: { processId: null, rootUri: uri, capabilities: {} } },
          { method: 'initialized', params: {} },
          {
            method: 'textDocument/didOpen',
            params: {
              textDocument: { uri: `${uri}/bad.yaml`, languageId: 'yaml', version: 1, text: badForm },
            },
          },
          {
            id: 2,
            method: 'textDocument/hover',
            params: { textDocument: { uri: `${uri}/bad.yaml` }, position: { line: 11, character: 11 } },
          },
          {
            id: 3,
            method: 'textDocument/documentSymbol',
            params: { textDocument: { uri: `${uri}/bad.yaml` } },
          },
          { id: 4, method: 'shutdown' },
          { method: 'exit' },
        ]
          .map(wireMessage)
          .join(''),
    },
  },
  {
    name: 'information',
    lines: [
      '--version',
      '--help',
      'help render',
      'rules',
      'explain spacing',
      'schema',
      'schema look',
      'completion powershell',
      'completion bash',
      'no-such',
      'validate --no-such',
      'render',
    ],
  },
];

/** What is said of a name that cannot be written on Windows. */
const refused = (name: string, reason: string): Partial<Run> => ({
  code: 2,
  out: '',
  err: expect.stringContaining(`Error: Cannot write “${name}”: ${reason}\n`),
});
const device = (name: string, found: string) =>
  refused(name, `“${found}” is the name of a device of Windows. Choose another name.`);
const character = (name: string, found: string) =>
  refused(name, `on Windows a name cannot have the character ${found} . Choose another name.`);
const atEnd = (name: string) =>
  refused(name, 'on Windows a name cannot end with a space or a dot. Choose another name.');
const clash = (first: string, second: string, target: string): Partial<Run> => ({
  code: 2,
  out: '',
  err: `Error: “${first}” and “${second}” would both be written to “${target}”; nothing was written. Rename one, or name them in separate runs.\n`,
});
const found = (code: number, out: string): Partial<Run> => ({ code, out, err: '' });
const finding = ':12:9: error task-complexity task 2.1 (group II) has no level of complexity\n';
const noGit = {
  err: 'Error: git is needed to compare with earlier versions, and is not installed. Install it and try again.\n',
};

/** Names. */
const names: readonly Row[] = [
  {
    name: 'spaces, parentheses, Vietnamese letters',
    lines: [
      'validate "Biểu mẫu\\số 2 (1).yaml"',
      'render "Biểu mẫu\\số 2 (1).yaml"',
      'render "Biểu mẫu" --out-dir "Kết quả (1)"',
      'validate "Biểu mẫu\\*(1).yaml"',
      'import "Biểu mẫu\\số 2 (1).docx" -o "Biểu mẫu\\x & y.yaml"',
    ],
    files: { 'Biểu mẫu/số 2 (1).yaml': warnedForm },
  },
  {
    name: 'what shells know: & ^ % ! # $ ; @ =',
    lines: [
      'validate "a & b.yaml" "100%.yaml" "a^b.yaml" "!.yaml" "#a;b@c=d.yaml" "$x.yaml"',
      'validate .',
      'render . --out-dir out',
      'render "a & b.yaml" --draft',
    ],
    files: {
      'a & b.yaml': warnedForm,
      '100%.yaml': badForm,
      'a^b.yaml': badForm,
      '!.yaml': badForm,
      '#a;b@c=d.yaml': badForm,
      '$x.yaml': badForm,
    },
  },
  {
    name: 'decomposed names, typed composed',
    lines: [
      `validate "${nfc}"`,
      `validate "${nfc.replace('/', '\\')}"`,
      `render "${nfc}"`,
      `validate "${nfc.replace('2', '*')}"`,
    ],
    files: { [nfd]: badForm },
  },
  {
    name: 'composed names, typed decomposed',
    lines: [`validate "${nfd}"`, `render "${nfd}"`],
    files: { [nfc]: goodForm },
  },
  {
    name: 'emoji and other scripts',
    lines: ['validate "📋 表.yaml"', 'render "📋 表.yaml"'],
    files: { '📋 表.yaml': warnedForm },
  },
  {
    name: 'long paths',
    lines: [
      `validate ${deep.replaceAll('/', '\\')}\\a.yaml`,
      `render ${deep.replaceAll('/', '\\')}`,
      `render good.yaml --out-dir ${deep.replaceAll('/', '\\')}\\more`,
      `validate ${deep.slice(0, 50)}*\\**\\*.yaml`,
      `import ${deep.replaceAll('/', '\\')}\\a.docx -o b.yaml`,
    ],
    files: { [`${deep}/a.yaml`]: warnedForm },
  },
  {
    name: 'a name that is too long',
    lines: [`validate ${'x'.repeat(300)}.yaml`, `render good.yaml -o ${'x'.repeat(300)}.docx`],
  },
  {
    name: 'patterns with backslashes',
    lines: [
      'validate a\\**\\*.yaml',
      'validate .\\a\\*\\c.yaml',
      'validate a\\b\\..\\b\\*.yaml',
      'validate a\\{b,d}\\*.yaml',
      'validate {cwd}\\a\\**\\c.yaml',
      'validate a\\b\\[ab].yaml',
      'validate none\\*.yaml',
      'validate a\\b\\',
      'validate a\\b\\c.yaml\\',
    ],
    files: { 'a/b/c.yaml': badForm, 'a/d/e.yaml': badForm, 'a/b/a.yaml': warnedForm },
  },
  {
    name: 'another drive',
    lines: [
      'validate {d}\\a.yaml',
      'validate {d}',
      'validate {d}\\*.yaml good.yaml',
      'render {d}\\a.yaml',
      'render {d}\\a.yaml --out-dir out',
      'render {d} --out-dir out2',
      'render good.yaml -o {d}\\g.docx',
      'merge good.yaml {d}\\a.yaml -o {d}\\all.yaml',
      'validate {d}\\a.yaml --format sarif',
      'validate {d} --baseline {d}\\base.json --update-baseline',
      'validate {d} --baseline {d}\\base.json',
      'validate {d} --config {cwd}\\c.yaml',
      'diff good.yaml {d}\\a.yaml',
    ],
    files: {
      '{d}/a.yaml': warnedForm.replace('TỔ CHỨC', 'KHÁC'),
      'c.yaml': 'files: { exclude: ["**/a.yaml"] }',
    },
  },
  {
    name: 'a server',
    lines: [
      'validate {unc}\\a.yaml',
      'validate {unc}',
      'validate {unc}\\*.yaml',
      'render {unc}\\a.yaml',
      'render {unc} --out-dir {unc}\\out',
      'summary {unc}\\a.yaml',
      'validate {unc}\\a.yaml --format sarif',
      'validate {unc}\\none.yaml',
      'merge good.yaml {unc}\\a.yaml -o {unc}\\all.yaml',
      'init {unc}\\new.yaml',
      'validate {unc} --format json={unc}\\r.json',
    ],
    files: { '{unc}/a.yaml': warnedForm.replace('TỔ CHỨC', 'KHÁC') },
  },
  {
    name: 'long forms of paths',
    lines: [
      'validate \\\\?\\{cwd}\\bad.yaml',
      'validate \\\\?\\{cwd}',
      'validate \\\\?\\{cwd}\\b*.yaml',
      'render \\\\?\\{cwd}\\good.yaml',
      'render good.yaml -o \\\\?\\{cwd}\\o.docx',
      'validate \\\\?\\{d}\\a.yaml',
      'validate \\\\?\\UNC\\{server}\\a.yaml \\\\?\\UNC\\{server}\\*.yaml',
      'init \\\\?\\{cwd}\\n\\new.yaml',
      'validate \\\\?\\{cwd}\\none.yaml',
      'validate \\\\.\\{cwd}\\bad.yaml',
      'merge \\\\?\\{cwd}\\good.yaml \\\\?\\{d}\\a.yaml -o \\\\?\\{cwd}\\m.yaml',
      'validate . --config \\\\?\\{cwd}\\c.yaml',
    ],
    files: {
      '{d}/a.yaml': warnedForm.replace('TỔ CHỨC', 'KHÁC'),
      '{unc}/a.yaml': badForm,
      'c.yaml': 'files: { exclude: ["bad.yaml"] }',
    },
  },
  {
    name: 'letter case',
    files: { 'sub/b.yaml': badForm, 'c.yaml': goodForm },
    lines: [
      ['validate BAD.yaml bad.yaml', found(1, `BAD.yaml${finding}`)],
      ['validate B*.YAML', found(1, `bad.yaml${finding}`)],
      ['validate SUB sub', found(1, `SUB/b.yaml${finding}`)],
      ['validate SUB\\B.YAML', found(1, `SUB/B.YAML${finding}`)],
      ['diff C.yaml good.yaml', found(0, '✓ The two forms are the same.\n')],
      [
        'merge c.yaml C.yaml',
        {
          err: 'Error: At least two different forms are needed, but there is 1. Example: bieu2 merge division-1.yaml division-2.yaml -o unit.yaml\n',
        },
      ],
      ['render good.yaml Good.yaml', found(0, 'Wrote “good.docx”\n')],
    ],
  },
  {
    name: 'two sources, one target',
    isUnchanged: true,
    files: { 'x/A.yaml': goodForm, 'y/a.yaml': goodForm, 'z/A.yaml': goodForm, 'z/a.yml': goodForm },
    lines: [
      ['render x y --out-dir out', clash('x/A.yaml', 'y/a.yaml', 'out/a.docx')],
      ['render z/A.yaml z/a.yml', clash('z/A.yaml', 'z/a.yml', 'z/a.docx')],
    ],
  },
  {
    name: 'names that Windows reserves or refuses',
    isUnchanged: true,
    files: { 'con.yaml': warnedForm, 'sub/aux.json': '{}' },
    lines: [
      'validate con.yaml',
      'validate .',
      ['render con.yaml', device('con.docx', 'con')],
      ['render con.yaml -o NUL.docx', device('NUL.docx', 'NUL')],
      ['init aux.yaml', device('aux.yaml', 'aux')],
      ['export good.yaml -o com1.csv', device('com1.csv', 'com1')],
      ['render good.yaml --out-dir lpt9', device('lpt9/good.docx', 'lpt9')],
      ['validate good.yaml --format json=out\\con.json', device('out/con.json', 'con')],
      ['template new -o aux.docx', device('aux.docx', 'aux')],
      ['template new -o con\\a.docx', device('con/a.docx', 'con')],
      ['summary . -o conin$.html', device('conin$.html', 'conin$')],
      ['merge good.yaml con.yaml -o "prn .yaml"', { ...device('prn .yaml', 'prn'), out: expect.any(String) }],
      [
        'validate nul.yaml',
        {
          err: 'Error: Cannot read “nul.yaml”: “nul” is the name of a device of Windows. Choose another name.\n',
        },
      ],
      [
        'validate aux',
        { err: 'Error: Cannot read “aux”: “aux” is the name of a device of Windows. Choose another name.\n' },
      ],
      ['export good.yaml --format csv -o "a.csv "', atEnd('a.csv ')],
      ['export good.yaml --format csv -o a.csv.', atEnd('a.csv.')],
      ['render good.yaml --out-dir "out. "', atEnd('out. /good.docx')],
      ['export good.yaml -o x?.csv', character('x?.csv', '?')],
      ['export good.yaml -o xy:z.csv', character('xy:z.csv', ':')],
      ['init "x|y.yaml"', character('x|y.yaml', '|')],
      ['export good.yaml -o "a<b>.csv"', character('a<b>.csv', '<')],
    ],
  },
  {
    name: 'CRLF and byte order marks',
    lines: [
      'validate crlf.yaml bom.yaml bom.json',
      'render crlf.yaml',
      'render bom.yaml',
      'diff good.yaml crlf.yaml',
      'merge crlf.yaml bom.yaml -o m.yaml',
      'export crlf.yaml',
      'validate . --config c.yaml',
    ],
    files: {
      'crlf.yaml': crlf(warnedForm),
      'bom.yaml': `\ufeff${crlf(warnedForm)}`,
      'bom.json': '\ufeff{}',
      'c.yaml': '\ufefffiles: { exclude: ["bad.yaml"] }\r\n',
    },
  },
  {
    name: 'a read-only target',
    lines: ['render good.yaml -o a.docx --force', 'validate --fix ro.yaml', 'render good.yaml -o ro\\a.docx'],
    files: { 'a.docx': 'old', 'ro.yaml': slipForm, 'ro/x': '' },
    prepare: (path) => {
      chmodSync(path('a.docx'), 0o444);
      chmodSync(path('ro.yaml'), 0o444);
      chmodSync(path('ro'), 0o555);
    },
  },
  {
    name: 'folders where files are expected',
    lines: [
      'validate --config sub',
      'validate --schema sub good.yaml',
      'render good.yaml -t sub',
      'render good.yaml -o sub',
      'render good.yaml -o sub.docx',
      'merge good.yaml sub -o sub.yaml',
      'validate good.yaml --format json=sub',
      [
        'validate good.yaml\\x',
        { err: 'Error: Cannot read “good.yaml/x”: no such file or folder. Check the path.\n' },
      ],
      [
        'render good.yaml --out-dir good.yaml',
        { err: 'Error: Cannot write “good.yaml”: a file of this name is already there.\n' },
      ],
    ],
    files: { 'sub/o.yaml': otherForm, 'sub.docx/x': '', 'sub.yaml/x': '' },
  },
  {
    name: 'git',
    lines: [
      ['validate --changed', noGit],
      ['diff --base main good.yaml', noGit],
    ],
  },
  {
    name: 'LibreOffice',
    lines: ['import a.doc', 'render good.yaml -o a.pdf --pdf-engine libreoffice'],
    files: { 'a.doc': Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1) },
    env: { PATH: '/nowhere' },
  },
  {
    name: 'UTF-16, as Notepad and PowerShell 5 write it',
    files: {
      'u.yaml': Buffer.from(`\ufeff${crlf(warnedForm)}`, 'utf16le'),
      'c.yaml': Buffer.from('\ufefflanguage: vi\r\n', 'utf16le'),
    },
    lines: [
      'validate u.yaml',
      'validate u.yaml --config c.yaml',
      'render u.yaml',
      'export u.yaml',
      'validate --fix u.yaml',
      'validate u.yaml',
    ],
  },
  {
    name: 'what is printed goes to a file by -o',
    files: { 'o/x': '' },
    lines: [
      'template show ngang -o o\\look.yaml',
      'schema -o o\\form.json',
      'completion powershell -o o\\c.ps1',
      'rules -o o\\rules.txt',
      'export . -o o\\t.csv',
      'export . -o o\\t.jsonl',
      'diff good.yaml bad.yaml -o o\\d.md',
      'validate . --format xlsx=o\\f.xlsx',
    ],
  },
  {
    name: 'folders compared',
    files: { 'x/a.yaml': goodForm, 'y/a.yaml': badForm, 'y/sub/b.yaml': otherForm },
    lines: ['diff x y', 'diff .\\x\\ {cwd}\\y --format json', 'diff x y --format md'],
  },
  {
    name: 'the engine of PDF, which is not installed for Windows here',
    isUnchanged: true,
    lines: [
      [
        'render good.yaml -o a.pdf',
        { code: 2, out: '', err: expect.stringMatching(/^Error: Cannot make a PDF: the optional packages/) },
      ],
    ],
  },
  {
    name: 'what Windows leaves in folders',
    lines: ['validate f', 'summary f', 'render f --out-dir out'],
    files: {
      'f/a.yaml': warnedForm,
      'f/desktop.ini': '[.ShellClassInfo]',
      'f/Thumbs.db': 'x',
      'f/~$biểu.docx': 'x',
      'f/a.yaml - Shortcut.lnk': 'x',
    },
  },
  {
    name: 'many files',
    lines: ['validate many -j 4', 'render many --out-dir out -j 3', 'summary many -j 3', 'export many -j 2'],
    files: Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `many/${index % 7}/${index}.yaml`,
        [goodForm, badForm, warnedForm][index % 3] ?? goodForm,
      ]),
    ),
  },
];

export const rows: readonly Row[] = [...commands, ...names];
