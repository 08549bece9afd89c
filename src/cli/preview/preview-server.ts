import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { PreviewState } from '../../preview/preview-state.ts';

export interface PreviewContent {
  /** @param nonce for the page's own script and style */
  readonly page: (nonce: string) => string;
  /** The printed form; empty if there is none yet. */
  readonly form: () => Uint8Array;
  readonly state: () => PreviewState;
}

export interface PreviewServer {
  /** The address of the page. It cannot be guessed, and whoever knows it may read the form. */
  readonly url: string;
  /** Sends the state to every open page. */
  update(): void;
  close(): Promise<void>;
}

/** The limits of open pages, and of connections of all kinds. */
const [maxListeners, maxConnections] = [32, 256];

/**
 * Serves a preview to browsers on this machine only. Pages of other sites cannot read it, whatever names they
 * give to 127.0.0.1: requests must name the server's host, come from its own pages, and know
 * the secret path.
 *
 * @param port 0: any free one @throws the system's error when the port is not available
 */
export async function servePreview(content: PreviewContent, port: number): Promise<PreviewServer> {
  const token = randomBytes(16).toString('base64url');
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const refusal = refuse(request, portOf(server));
    const path = refusal === undefined ? pathWithin(request, token) : undefined;
    const serve = path === undefined ? undefined : routes.get(path);
    if (serve) serve(response, content, listeners, request.method === 'HEAD');
    else response.writeHead(refusal ?? 404, headers()).end();
  });
  server.maxConnections = maxConnections;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${portOf(server)}/${token}/`,
    update() {
      const event = eventOf(content.state());
      for (const response of listeners) {
        // Data for a client that does not read would pile up. A browser reconnects by itself and gets the latest state.
        if (response.writableLength > 0) response.destroy();
        else response.write(event);
      }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const response of listeners) response.end();
        server.closeAllConnections();
      }),
  };
}

type Serve = (
  response: ServerResponse,
  content: PreviewContent,
  listeners: Set<ServerResponse>,
  isHead: boolean,
) => void;

const page: Serve = (response, { page }) => {
  const nonce = randomBytes(16).toString('base64');
  const own = `'nonce-${nonce}'`;
  const policy = `default-src 'none'; script-src ${own}; style-src ${own}; img-src data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
  response.writeHead(200, headers('text/html; charset=utf-8', policy)).end(page(nonce));
};

const form: Serve = (response, { form }) => {
  const policy =
    "sandbox allow-same-origin; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";
  response.writeHead(200, headers('text/html; charset=utf-8', policy)).end(form());
};

const events: Serve = (response, { state }, listeners, isHead) => {
  response.writeHead(200, headers('text/event-stream'));
  if (isHead) return void response.end();
  response.write('retry: 1000\n');
  response.write(eventOf(state()));
  listeners.add(response);
  response.on('close', () => listeners.delete(response));
  const [oldest] = listeners;
  if (listeners.size > maxListeners) oldest?.destroy();
};

/** By the path after the token. A map, since an object also has a “constructor”. */
const routes = new Map([
  ['', page],
  ['form', form],
  ['events', events],
]);

/** As bytes, which all listeners share. */
const eventOf = (state: PreviewState) => Buffer.from(`data: ${JSON.stringify(state)}\n\n`);

function headers(type?: string, policy = "default-src 'none'; frame-ancestors 'none'") {
  return {
    ...(type && { 'Content-Type': type }),
    'Content-Security-Policy': policy,
    'Cache-Control': 'no-store',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  };
}

/** The status to refuse a request with, if any. */
function refuse(
  { method, headers: { host, origin, ...rest } }: IncomingMessage,
  port: number,
): number | undefined {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (host === undefined || !hosts.includes(host)) return 403;
  if (origin !== undefined && origin !== `http://${host}`) return 403;
  // “none”: the user entered the address.
  if (!['same-origin', 'none', undefined].includes(oneOf(rest['sec-fetch-site']))) return 403;
  return method === 'GET' || method === 'HEAD' ? undefined : 405;
}

const oneOf = (value: string | string[] | undefined) => (Array.isArray(value) ? value.join() : value);

function pathWithin({ url = '' }: IncomingMessage, token: string): string | undefined {
  const [, given = '', path] = /^\/([^/?#]*)\/([^?#]*)$/.exec(url) ?? [];
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return path !== undefined && a.length === b.length && timingSafeEqual(a, b) ? path : undefined;
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
