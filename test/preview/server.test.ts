import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { eventually } from '../cli/eventually.ts';
import { goodForm, makeWorld } from '../cli/run-main.ts';
import { startPreview } from './start-preview.ts';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A request as it is, with headers that `fetch` would not send. Ends with the first piece of a stream of events. */
function ask(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers, method }, (response) => {
      let body = '';
      const finish = () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      response.on('data', (chunk) => {
        body += chunk;
        if (response.headers['content-type'] !== 'text/event-stream' || !body.includes('data:')) return;
        finish();
        sent.destroy();
      });
      response.on('end', finish);
    });
    sent.on('error', reject);
    sent.end();
  });
}

const start = async (args: readonly string[] = []) => {
  const world = makeWorld({ 'a.yaml': goodForm });
  return { world, ...(await startPreview(world, ['a.yaml', ...args])) };
};

describe('bieu2 preview serves', () => {
  test('the page, the form and its state, on the loopback address', async () => {
    const { url, stop } = await start();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{22}\/$/);
    expect((await ask(url)).body).toContain('<title>Preview: a.yaml</title>');
    expect((await ask(`${url}form`)).body).toContain('PHÒNG TỔ CHỨC');
    expect((await ask(`${url}events`)).body).toMatch(/^data: \{.*"form":1\}$/m);
    const { code, out } = await stop();
    expect([code, out]).toEqual([0, `Preview at ${url}\n`]);
    await expect(ask(url)).rejects.toThrow('ECONNREFUSED');
  });

  test('nothing else', async () => {
    const { url } = await start();
    const root = new URL('/', url).href;
    const lastLetter = url.at(-2) === 'A' ? 'B' : 'A';
    const paths = [
      root,
      `${root}form`,
      `${url.slice(0, -2)}${lastLetter}/`,
      `${url}a.yaml`,
      `${url}../a.yaml`,
      `${url}form/`,
      `${url}constructor`,
      `${url}__proto__`,
    ];
    const answers = await Promise.all(paths.map((path) => ask(path)));
    expect(answers.map(({ status, body }) => [status, body])).toEqual(paths.map(() => [404, '']));
  });

  test('nobody but its own pages', async () => {
    const { url } = await start();
    const { port } = new URL(url);
    const status = async (headers: Record<string, string>) => (await ask(`${url}form`, headers)).status;
    // A name that an attacker lets point to 127.0.0.1.
    expect(await status({ Host: `attacker.example:${port}` })).toBe(403);
    expect(await status({ Host: '127.0.0.1:1' })).toBe(403);
    expect(await status({ Host: '127.0.0.1' })).toBe(403);
    expect(await status({ Host: `localhost:${port}` })).toBe(200);
    expect(await status({ Origin: 'http://attacker.example' })).toBe(403);
    expect(await status({ Origin: 'null' })).toBe(403);
    expect(await status({ Origin: `http://127.0.0.1:${port}` })).toBe(200);
    expect(await status({ 'Sec-Fetch-Site': 'cross-site' })).toBe(403);
    expect(await status({ 'Sec-Fetch-Site': 'same-site' })).toBe(403);
    expect(await status({ 'Sec-Fetch-Site': 'same-origin' })).toBe(200);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      expect((await ask(url, {}, method)).status).toBe(405);
    }
  });

  test('with headers that let nothing in and nothing out', async () => {
    const { url } = await start();
    for (const path of ['', 'form', 'events', 'nothing']) {
      const { headers } = await ask(url + path);
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      });
      expect(headers['content-security-policy']).toMatch(/default-src 'none'/);
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
    const [first, second] = [await ask(url), await ask(url)];
    const nonceOf = ({ headers }: Answer) =>
      /script-src 'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1];
    expect(nonceOf(first)).not.toBe(nonceOf(second));
    expect(first.body).toContain(`<script nonce="${nonceOf(first)}">`);
    expect(first.body).not.toMatch(/(src|href)="(https?:)?\/\//);
  });
});

test('the preview follows the configuration', async () => {
  const world = makeWorld({ 'a.yaml': goodForm });
  const { url } = await startPreview(world, ['a.yaml']);
  expect((await ask(`${url}form`)).body).toContain('size: 210mm');
  writeFileSync(world.path('bieu2.config.yaml'), 'template: ngang\n');
  await eventually(async () => (await ask(`${url}form`)).body.includes('size: 297mm'), 'the wide page');
});

describe('bieu2 preview ends with 2', () => {
  test.each([
    ['a file that is not there', ['nothing.yaml'], 'no such file'],
    ['standard input', ['-'], 'standard input'],
    ['a folder of forms', ['.'], 'has 2 forms'],
    ['a look that is not there', ['a.yaml', '-t', 'nothing'], 'Unknown template'],
    ['a Word template', ['a.yaml', '-t', 'mau.docx'], 'it is a Word template'],
    ['no port', ['a.yaml', '--port', '70000'], '“--port” takes a whole number from 0 to 65535'],
  ])('for %s', async (_, args, message) => {
    const world = makeWorld({ 'a.yaml': goodForm, 'b.yaml': goodForm });
    const { code, err } = await world.run(['preview', ...args]);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
  });

  test('for a port that is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void other.close());
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { code, err } = await makeWorld({ 'a.yaml': goodForm }).run([
      'preview',
      'a.yaml',
      '--port',
      `${port}`,
    ]);
    expect([code, err]).toEqual([2, expect.stringContaining(`Port ${port} cannot be used`)]);
  });
});
