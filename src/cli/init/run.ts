import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { readPackageFile } from '../../package-files.ts';
import { shellWord } from '../../reporters/printable.ts';
import { type Context, done } from '../context.ts';
import type { WorkOf } from '../define-command.ts';
import { isThere } from '../files/paths.ts';
import { writeTarget } from '../files/write-target.ts';
import { fileError, systemError, wrongEnding } from '../io/file-error.ts';
import { quoteName } from '../io/quote-name.ts';
import { userError } from '../user-error.ts';
import { type initCommand, type Starter, starters } from './command.ts';

interface Answers {
  readonly file: string;
  readonly starter: Starter;
  /** If empty, the form keeps its placeholder for the name. */
  readonly unit: string;
}

const defaults: Answers = { file: 'bieu-so-2.yaml', starter: 'committee', unit: '' };
const schemaFile = 'form.schema.json';

/** Writes a starter form and its schema. At a terminal it asks for what the command line does not give. */
export const runInit: WorkOf<typeof initCommand> = async (file, flags, context) => {
  const { io, say } = context;
  const given: Partial<Answers> = { ...flags, ...(file === undefined ? {} : { file }) };
  const asks = io.stdin.isTTY && io.stdout.isTTY;
  const answers = asks ? await ask(given, context) : { ...defaults, ...given };
  const name = answers.file;
  if (!/\.ya?ml$/i.test(name)) throw wrongEnding(name, ['.yaml', '.yml']);
  const create = (name: string, content: string | Uint8Array) =>
    writeTarget({ name, path: resolve(io.cwd, name), before: 'nothing' }, content, io);
  const print = (vi: string, en: string) => io.stdout.write(`${say({ vi, en })}\n`);

  if (isThere(resolve(io.cwd, name))) throw fileError('write', name, systemError('EEXIST'));
  await create(name, starterText(answers));
  print(`Đã tạo ${quoteName(name)}`, `Wrote ${quoteName(name)}`);
  const schema = join(dirname(name), schemaFile);
  const shownSchema = quoteName(schema);
  if (isThere(resolve(io.cwd, schema))) {
    print(`Giữ nguyên ${shownSchema} đã có`, `Kept ${shownSchema}, which was already there`);
  } else {
    await create(schema, readPackageFile('schemas/form.schema.json'));
    print(
      `Đã tạo ${shownSchema} (lược đồ cho trình soạn thảo)`,
      `Wrote ${shownSchema} (the schema, for editors)`,
    );
  }
  print(
    `Mở tệp ra điền, rồi chạy: bieu2 validate ${shellWord(name)}\nNếu đã có biểu Word thì chuyển thành tệp biểu bằng: bieu2 import <tệp.docx>`,
    `Fill it in, then run: bieu2 validate ${shellWord(name)}\nIf you have a Word form, convert it instead: bieu2 import <file.docx>`,
  );
  return done;
};

function starterText({ starter, unit }: Answers): string {
  const text = new TextDecoder().decode(readPackageFile(`templates/starter-${starter}.yaml`));
  const modeline = `# yaml-language-server: $schema=./${schemaFile}\n`;
  // Every JSON string is a YAML string.
  return modeline + (unit === '' ? text : text.replace(/^unit:.*$/m, () => `unit: ${JSON.stringify(unit)}`));
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
    const unitQuestion = say({
      vi: 'Tên đơn vị báo cáo (có thể điền sau): ',
      en: 'Name of the unit (may be filled in later): ',
    });
    const unit = given.unit ?? (await question(unitQuestion));
    const fileQuestion = `${say({ vi: 'Tên tệp', en: 'File name' })} [${defaults.file}]: `;
    const file = given.file ?? ((await question(fileQuestion)) || defaults.file);
    return { starter, unit, file };
  } finally {
    lines.close();
  }
}

const cancelled = userError('Đã dừng, chưa tạo tệp nào.', 'Stopped; no file was written.');
