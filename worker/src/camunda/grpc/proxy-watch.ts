import { setLogger } from '@grpc/grpc-js';

/** Why the library could not connect through a proxy. */
export type ProxyProblem =
  { readonly kind: 'refused'; readonly status: number } | { readonly kind: 'down'; readonly reason: string };

// The library writes the reason to its log alone; the calls fail without one.
// https://github.com/grpc/grpc-node/blob/master/packages/grpc-js/src/http_proxy.ts (getProxiedConnection)
const REFUSED = /^Failed to connect to (\S+) through proxy \S+ with status (\d+)$/;
const DOWN = /^Failed to connect to proxy \S+ with error (.*)$/s;

/** The last problem of each watched target, host and port. */
const problems = new Map<string, ProxyProblem | undefined>();

/**
 * Reads what the library logs of connections to a target through a proxy, and gives the last problem. These lines are no
 * longer printed: the worker's own log has them. All other lines of the library go where they went before.
 *
 * @param target host and port, as the library writes them
 */
export function watchProxy(target: string): () => ProxyProblem | undefined {
  // The library has one log for the process.
  if (problems.size === 0) setLogger(LOG);
  problems.set(target, undefined);
  return () => problems.get(target);
}

function noteProblem(line: string): boolean {
  const [, target = '', status = ''] = REFUSED.exec(line) ?? [];
  if (problems.has(target)) {
    problems.set(target, { kind: 'refused', status: Number(status) });
    return true;
  }
  const [, reason] = DOWN.exec(line) ?? [];
  if (reason === undefined) return false;
  // The line does not name the target: there is one proxy in the environment.
  for (const watched of problems.keys()) problems.set(watched, { kind: 'down', reason });
  return true;
}

/** Standard error, where the library writes too. */
function print(letter: string) {
  return (...parts: unknown[]): void => {
    process.stderr.write(`${[letter, ...parts].join(' ')}\n`);
  };
}

/** The library's own log, read before it is printed. */
const LOG: Pick<Console, 'error' | 'info' | 'debug'> = {
  error: (line: string, ...more: unknown[]) => {
    if (!noteProblem(line)) print('E')(line, ...more);
  },
  info: print('I'),
  debug: print('D'),
};
