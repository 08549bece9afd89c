import { dirname, resolve } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { withoutKnown } from '../../config/baseline.ts';
import { decodeConfig } from '../../config/decode-config.ts';
import type { ClientSettings, DocumentSettings, Host } from '../../lsp/host.ts';
import { serve } from '../../lsp/serve.ts';
import { readPackageFile } from '../../package-files.ts';
import { parseText } from '../../source/parse-text.ts';
import { version } from '../../version.ts';
import { checkPlan } from '../check/check-file.ts';
import { ConfigError, configName } from '../check/load-config.ts';
import type { Context, Outcome } from '../context.ts';
import type { Input } from '../files/find-inputs.ts';
import { within } from '../files/paths.ts';
import { readNamed } from '../files/read-input.ts';
import { isMeantAsForm, mayBeForm } from '../files/read-source.ts';
import { languageOf } from '../io/language.ts';
import { isGone } from '../io/temporary-files.ts';
import type { WorkerEnv } from '../run/job.ts';
import { type UserError, userErrorOf } from '../user-error.ts';
import { baselineFile } from '../validate/baseline-file.ts';
import { startSchemaThread } from './schema-thread.ts';

/** Serves one client until it disconnects. Standard output carries only the protocol. */
export async function runLsp(_flags: object, context: Context): Promise<Outcome> {
  const { stdin, stdout } = context.io;
  const output = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      stdout.write(chunk);
      done();
    },
  });
  const host: Host = {
    version,
    formSchema: JSON.parse(new TextDecoder().decode(readPackageFile('schemas/form.schema.json'))),
    isGone,
    settingsFor: (uri, client) => settingsFor(uri, client, context),
    isForm(source) {
      const { file, text = '' } = source;
      return mayBeForm(text, file) && isMeantAsForm(source, () => text);
    },
    configFaults(uri, text) {
      if (!uri.endsWith(`/${configName}`)) return undefined;
      const decoded = decodeConfig(parseText(text, configName));
      return 'problems' in decoded ? decoded.problems : [];
    },
  };
  const { input, close } = withExit(stdin);
  const code = await serve(input, output, host);
  close();
  // The protocol requires 1 if the client left without “shutdown”.
  return { findings: code === 1, failed: false };
}

const exit = JSON.stringify({ jsonrpc: '2.0', method: 'exit' });
/** Milliseconds to process what a client sent before it left. */
const timeout = 1000;

/** The client's input with “exit” appended, so that all complete messages before it are answered first. */
function withExit(stdin: NodeJS.ReadableStream) {
  const input = new PassThrough();
  let timer: NodeJS.Timeout | undefined;
  const end = () => {
    if (timer) return;
    input.write(`Content-Length: ${exit.length}\r\n\r\n${exit}`);
    timer = setTimeout(() => input.end(), timeout);
  };
  stdin.pipe(input, { end: false });
  stdin.once('end', end).once('close', end).once('error', end);
  const close = () => {
    clearTimeout(timer);
    stdin.unpipe(input);
    stdin.pause();
  };
  return { input, close };
}

async function settingsFor(uri: string, client: ClientSettings, context: Context): Promise<DocumentSettings> {
  const asked = languageOf(client.chosen);
  const local = context.preferring(languageOf(client.locale));
  const language = local.preferring(asked).language;
  const input = inputOf(uri);
  const { io } = context;
  const cwd = folderOf(input, client) ?? io.cwd;
  try {
    const { options, settings } = await checkPlan({}, { ...local, io: { ...io, cwd } });
    const { schema: _, ...withoutSchema } = options;
    const schema = options.schema && settings?.schema;
    const own = {
      ...withoutSchema,
      ...options.forFile?.(input),
      language: asked ? language : options.language,
    };
    const known = settings?.baseline && baselineFile(settings.baseline, cwd).entriesFor(input);
    return {
      options: own,
      isExcluded: options.isExcluded?.(input) ?? false,
      ...(schema !== undefined && {
        bySchema: threadFor(schema, { cwd, env: { ...io.env }, language }, local),
      }),
      ...(known && { withoutKnown: (report) => withoutKnown(report, known).report }),
    };
  } catch (error) {
    const failure = userErrorOf(error);
    const problem = { message: failure.wording[language], ...configFileOf(failure) };
    return { options: { language }, isExcluded: false, problem };
  }
}

/** One per schema, for any number of documents. */
const threads = new Map<string, ReturnType<typeof startSchemaThread>>();

function threadFor(
  name: string,
  env: WorkerEnv,
  { complain }: Context,
): NonNullable<DocumentSettings['bySchema']> {
  const key = resolve(env.cwd, name);
  const text = readNamed(name, env.cwd).toString();
  const known = threads.get(key);
  if (known?.text !== text) {
    known?.end();
    threads.set(key, startSchemaThread(name, text, env, complain));
  }
  return (value) => threads.get(key)?.check(value) ?? Promise.resolve([]);
}

/** The working directory for checking a document: the innermost open folder around it, else its own folder. */
function folderOf({ path }: Input, { folders }: ClientSettings): string | undefined {
  if (path === undefined) return undefined;
  const around = folders.flatMap((uri) => pathOf(uri) ?? []).filter((folder) => within(folder, path));
  return around.sort((a, b) => b.length - a.length)[0] ?? dirname(path);
}

const configFileOf = (error: UserError) =>
  error instanceof ConfigError ? { file: { uri: pathToFileURL(error.path).href, text: error.text } } : {};

/** An unsaved document is checked as if it were in the current folder. */
function inputOf(uri: string): Input {
  const path = pathOf(uri);
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  return { name, path, named: false, place: name };
}

function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    // Not a path of this system.
    return undefined;
  }
}
