import { parseDurationMs } from './duration.ts';
import type { Issue } from './issue.ts';

/** The custom headers of a job that say how its connector behaves. A blank header counts as absent. */
export interface ConnectorHeaders {
  /** The whole response is stored under this name. */
  readonly resultVariable?: string;
  /** FEEL over the response; its keys become process variables. */
  readonly resultExpression?: string;
  /** FEEL that turns a response or a failure into an error. */
  readonly errorExpression?: string;
  /** Wait before the next try of a failed job; absent: none. */
  readonly retryBackoffMs?: number;
  /** The job's timeout is set to this before the work starts; more than 0. */
  readonly jobTimeoutMs?: number;
  readonly elementTemplateId?: string;
  readonly elementTemplateVersion?: string;
}

export type HeadersResult =
  { readonly ok: true; readonly headers: ConnectorHeaders } | { readonly ok: false; readonly issues: Issue[] };

type Writable = { -readonly [Key in keyof ConnectorHeaders]: ConnectorHeaders[Key] };

const TEXT_HEADERS = [
  'resultVariable',
  'resultExpression',
  'errorExpression',
  'elementTemplateId',
  'elementTemplateVersion',
] as const;

/** Reads a job's custom headers. Unknown ones are left out. */
export function parseHeaders(headers: Readonly<Record<string, string>>): HeadersResult {
  const issues: Issue[] = [];
  const parsed: Writable = {};
  const read = (name: string): string | undefined => {
    const text = Object.hasOwn(headers, name) ? headers[name] : undefined;
    return text === undefined || text.trim() === '' ? undefined : text;
  };
  for (const name of TEXT_HEADERS) {
    const text = read(name);
    if (text !== undefined) parsed[name] = text;
  }
  for (const [name, key] of [
    ['retryBackoff', 'retryBackoffMs'],
    ['jobTimeout', 'jobTimeoutMs'],
  ] as const) {
    const text = read(name);
    if (text === undefined) continue;
    const duration = parseDurationMs(text);
    if (!duration.ok) issues.push({ rule: 'duration', severity: 'error', field: name, message: duration.message });
    else if (name === 'jobTimeout' && duration.ms === 0) {
      issues.push({
        rule: 'duration',
        severity: 'error',
        field: name,
        message: 'The job timeout must be longer than 0.',
      });
    } else parsed[key] = duration.ms;
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, headers: parsed };
}
