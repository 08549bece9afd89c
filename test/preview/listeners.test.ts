import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { type PreviewContent, servePreview } from '../../src/cli/preview/preview-server.ts';

/** More than the system keeps of what nobody reads. */
const bytes = 8 * 1024 * 1024;
const state = { form: 0, summary: 'x'.repeat(bytes), findings: [], rules: {} };
const content: PreviewContent = { page: () => '', form: () => new Uint8Array(), state: () => state };

/** Is heard by the server once it comes back. */
async function listen(url: URL): Promise<Socket> {
  const socket = connect(Number(url.port), url.hostname);
  // What was dropped may be told as a reset.
  socket.on('error', () => {});
  await once(socket, 'connect');
  socket.write(`GET ${url.pathname}events HTTP/1.1\r\nHost: ${url.host}\r\n\r\n`);
  await once(socket, 'readable');
  return socket;
}

/** Reads to the end and gives how much came. */
async function drain(socket: Socket): Promise<number> {
  let length = 0;
  socket.on('data', (chunk: Buffer) => {
    length += chunk.length;
  });
  socket.resume();
  await once(socket, 'close');
  return length;
}

test('who does not read is dropped, and the oldest of too many', async () => {
  const server = await servePreview(content, 0);
  onTestFinished(() => server.close());
  const url = new URL(server.url);
  const sockets: Socket[] = [];
  for (let count = 0; count < 40; count++) sockets.push(await listen(url));
  for (let count = 0; count < 12; count++) server.update();
  for (const length of await Promise.all(sockets.map(drain))) expect(length).toBeLessThan(1.5 * bytes);
});

test('who reads hears of every change', async () => {
  const server = await servePreview(content, 0);
  onTestFinished(() => server.close());
  const socket = await listen(new URL(server.url));
  let heard = 0;
  let wake = () => {};
  socket.on('data', (chunk: Buffer) => {
    heard += chunk.toString().split('data: ').length - 1;
    if (chunk.toString().endsWith('\n\n\r\n')) wake();
  });
  for (let count = 1; count <= 12; count++) {
    const whole = new Promise<void>((resolve) => {
      wake = resolve;
    });
    if (count > 1) server.update();
    socket.resume();
    await whole;
    expect(heard).toBe(count);
  }
});
