import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const ADDRESS = '127.0.0.1';
/** More readers than anybody has; others wait. */
const MOST_CONNECTIONS = 20;
/** A reader that takes in nothing is dropped before it costs memory. */
const LARGEST_BACKLOG_BYTES = 64 * 1024;
/** For answers on their way when the server closes. */
const LAST_WORDS_MS = 200;

/** Until the first run begins: it asks again every second. */
const WAITING_PAGE = `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="1"><title>tasktax</title>
<p>The runtimes are made ready …</p></html>
`;

const HEADERS = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
} as const;

/**
 * Serves one page and a stream of events about it (server-sent events, HTML Living Standard 9.2), on loopback and behind a
 * path that nobody can guess. Nothing else is answered; a request that names another host is not either, so that no site
 * can reach it by a name that leads here.
 */
export class LiveServer {
  readonly #server: Server;
  readonly #token = randomBytes(16).toString('hex');
  readonly #readers = new Set<ServerResponse>();
  #host = '';
  #page = WAITING_PAGE;
  #status = '';

  private constructor(server: Server) {
    this.#server = server;
    server.maxConnections = MOST_CONNECTIONS;
    server.on('request', (request, response) => this.#answer(request, response));
  }

  /** Starts to serve, on a port that is free. */
  static async start(): Promise<LiveServer> {
    const server = createServer();
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, ADDRESS, resolve);
    });
    const live = new LiveServer(server);
    live.#host = `${ADDRESS}:${(server.address() as AddressInfo).port}`;
    server.unref();
    return live;
  }

  get url(): string {
    return `http://${this.#host}/${this.#token}/`;
  }

  /** Whether anybody looks. */
  get hasReaders(): boolean {
    return this.#readers.size > 0;
  }

  /** Serves a page from now on, and tells readers that it is there. */
  publish(page: string): void {
    this.#page = page;
    this.#tell('report', '');
  }

  /** Tells readers, and those to come, how far it is. */
  say(status: string): void {
    this.#status = status;
    this.#tell('status', status);
  }

  /** Tells readers the last word, and serves nothing any more. */
  async close(lastWord: string): Promise<void> {
    this.#tell('end', lastWord);
    const closed = new Promise((resolve) => this.#server.close(resolve));
    for (const reader of this.#readers) reader.end();
    setTimeout(() => this.#server.closeAllConnections(), LAST_WORDS_MS);
    await closed;
  }

  #answer({ method, url = '', headers }: IncomingMessage, response: ServerResponse): void {
    const [path] = url.split('?', 1); // the page keeps its reader's choices in the query
    if (headers.host !== this.#host) refuse(response, 403);
    else if (method !== 'GET') refuse(response, 405);
    else if (path === `/${this.#token}/`) {
      response.writeHead(200, { ...HEADERS, 'Content-Type': 'text/html; charset=utf-8' });
      response.end(this.#page);
    } else if (path === `/${this.#token}/events`) this.#follow(response);
    else if (path === '/favicon.ico')
      refuse(response, 204); // browsers ask for it, and complain
    else refuse(response, 404);
  }

  #follow(response: ServerResponse): void {
    response.writeHead(200, { ...HEADERS, 'Content-Type': 'text/event-stream' });
    this.#readers.add(response);
    response.on('close', () => this.#readers.delete(response));
    response.write(eventText('status', this.#status));
  }

  #tell(event: string, data: string): void {
    for (const reader of this.#readers) {
      if (reader.writableLength > LARGEST_BACKLOG_BYTES) reader.destroy();
      else reader.write(eventText(event, data));
    }
  }
}

function refuse(response: ServerResponse, status: 204 | 403 | 404 | 405): void {
  response.writeHead(status, HEADERS);
  response.end();
}

/** An event of one line; `data` must be one, too. */
function eventText(event: string, data: string): string {
  return `event: ${event}\ndata: ${data}\n\n`;
}
