/** Status by which a proxy asks for credentials. */
// https://www.rfc-editor.org/rfc/rfc9110#status.407
const CREDENTIALS_WANTED = 407;

const CREDENTIALS = 'Write http://USER:PASSWORD@HOST:PORT as HTTPS_PROXY, or name the host in NO_PROXY.';
const ALLOW = 'Allow the host and its port at the proxy, or name the host in NO_PROXY.';
const FIND = 'Set HTTPS_PROXY to where the proxy is, or name the host in NO_PROXY.';

/** A proxy did not open a connection to the host behind it. */
export class ProxyError extends Error {
  /** What to do, in a sentence. */
  readonly remedy: string;
  /** The network's own code where it was the network, else `PROXY`. */
  readonly code: string;

  constructor(message: string, remedy: string, code: string) {
    super(message);
    this.remedy = remedy;
    this.code = code;
  }
}

/** @param proxy host and port */
export function proxyRefused(proxy: string, status: number): ProxyError {
  const remedy = status === CREDENTIALS_WANTED ? CREDENTIALS : ALLOW;
  return new ProxyError(`the proxy ${proxy} refuses the way there (HTTP ${status})`, remedy, 'PROXY');
}

/** @param proxy host and port */
export function proxyDown(proxy: string, cause: unknown): ProxyError {
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'PROXY';
  return new ProxyError(`the proxy ${proxy} does not answer: ${reasonOf(cause)}`, FIND, code);
}

/** Why something on the network failed, in one line. An error over several addresses has no text of its own. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  const text = error instanceof Error ? error.message || error.name : String(error);
  return text.split('\n')[0] ?? '';
}
