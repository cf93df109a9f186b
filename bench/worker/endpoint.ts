/**
 * A stand-in for EventBridge in a process of its own, `endpoint.ts [KEY_FILE CERT_FILE]`, with TLS where files are
 * named: it answers every PutEvents at once or after a set time, accepts
 * each entry, checks nothing, and counts. It reads HTTP itself, as little of it as the clients use, so that it is not
 * what limits the clients.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';

/** From the benchmark: how long to wait with each answer from now on; answered by the counts so far. */
export interface EndpointCommand {
  readonly serviceMs: number;
  /** Sets the counts to zero, after they were told. */
  readonly reset?: boolean;
}

export interface EndpointCounts {
  readonly calls: number;
  readonly entries: number;
  /** TCP connections that were opened. */
  readonly connections: number;
  /** When the first call came, in milliseconds since 1970; absent before it. */
  readonly firstCallAtMs?: number;
}

/** Told once, when it listens. */
export interface EndpointStarted {
  readonly port: number;
}

const HEAD_END = Buffer.from('\r\n\r\n');
/** Each entry has one source; no other text of the benchmark's events has these bytes. */
const ENTRY_MARK = Buffer.from('"Source":');

const answers = Array.from({ length: 11 }, (_, entries) => answerFor(entries));
const ZERO = { calls: 0, entries: 0, connections: 0 };
let serviceMs = 0;
let counts: { -readonly [Name in keyof EndpointCounts]: EndpointCounts[Name] } = { ...ZERO };

const [, , keyFile, certFile] = process.argv;
const server =
  keyFile === undefined || certFile === undefined
    ? createServer({ noDelay: true }, serve)
    : createTlsServer({ noDelay: true, key: readFileSync(keyFile), cert: readFileSync(certFile) }, serve);
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo; // a TCP server has one
  process.send?.({ port } satisfies EndpointStarted);
});

process.on('message', (command: EndpointCommand) => {
  serviceMs = command.serviceMs;
  process.send?.(counts satisfies EndpointCounts);
  if (command.reset === true) counts = { ...ZERO };
});
process.on('disconnect', () => process.exit(0));

function serve(socket: Socket): void {
  counts.connections += 1;
  let rest: Buffer = Buffer.alloc(0);
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (;;) {
      const headEnd = rest.indexOf(HEAD_END);
      if (headEnd < 0) return;
      const bodyEnd = headEnd + HEAD_END.length + contentLength(rest.toString('latin1', 0, headEnd));
      if (rest.length < bodyEnd) return;
      answer(socket, countEntries(rest.subarray(headEnd, bodyEnd)));
      rest = rest.subarray(bodyEnd);
    }
  });
}

function contentLength(head: string): number {
  return Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
}

function countEntries(body: Buffer): number {
  let count = 0;
  for (let at = body.indexOf(ENTRY_MARK); at >= 0; at = body.indexOf(ENTRY_MARK, at + 1)) count += 1;
  return count;
}

function answer(socket: Socket, count: number): void {
  counts.firstCallAtMs ??= Date.now();
  counts.calls += 1;
  counts.entries += count;
  const bytes = answers[count] ?? answerFor(count);
  if (serviceMs === 0) socket.write(bytes);
  else setTimeout(() => socket.write(bytes), serviceMs);
}

function answerFor(count: number): Buffer {
  const body = JSON.stringify({
    FailedEntryCount: 0,
    Entries: Array.from({ length: count }, () => ({ EventId: randomUUID() })),
  });
  const head = [
    'HTTP/1.1 200 OK',
    `x-amzn-RequestId: ${randomUUID()}`,
    'Content-Type: application/x-amz-json-1.1',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `Date: ${new Date().toUTCString()}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
}
