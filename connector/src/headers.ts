import { parseDurationMs } from './duration.ts';
import type { Issue } from '@eventbridge-kit/issue';

/**
 * The custom headers of a job that say how its connector behaves.
 * Source: https://docs.camunda.io/docs/components/connectors/use-connectors/outbound/
 */
export interface ConnectorHeaders {
  /** The whole response is stored under this name. */
  readonly resultVariable?: string;
  /** FEEL over the response; the keys of its context become process variables. */
  readonly resultExpression?: string;
  /** FEEL that turns a response or a failure into an error. */
  readonly errorExpression?: string;
  /** Wait before the next try of a failed job, 0 or more; absent: none. */
  readonly retryBackoffMs?: number;
  /** The job's timeout is set to this before the work starts; more than 0. */
  readonly jobTimeoutMs?: number;
  readonly elementTemplateId?: string;
  readonly elementTemplateVersion?: string;
}

type HeadersResult =
  { readonly ok: true; readonly headers: ConnectorHeaders } | { readonly ok: false; readonly issues: Issue[] };

type Reading =
  { readonly ok: true; readonly headers: ConnectorHeaders } | { readonly ok: false; readonly issue: Issue };

/** How each header is read; the name is the header's. */
const READERS: Readonly<Record<string, (text: string) => Reading>> = {
  resultVariable: (text) => read({ resultVariable: text }),
  resultExpression: (text) => read({ resultExpression: text }),
  errorExpression: (text) => read({ errorExpression: text }),
  retryBackoff: (text) => {
    const duration = parseDurationMs(text);
    return duration.ok ? read({ retryBackoffMs: duration.ms }) : refuse('retryBackoff', duration.message);
  },
  jobTimeout: (text) => {
    const duration = parseDurationMs(text);
    if (!duration.ok) return refuse('jobTimeout', duration.message);
    if (duration.ms > 0) return read({ jobTimeoutMs: duration.ms });
    return refuse('jobTimeout', `A job timeout of 0: found "${text}", write a longer one, for example PT30S.`);
  },
  elementTemplateId: (text) => read({ elementTemplateId: text }),
  elementTemplateVersion: (text) => read({ elementTemplateVersion: text }),
};

/** Names of the headers that this room reads. */
export const HEADER_NAMES: readonly string[] = Object.keys(READERS);

/** Reads a job's custom headers. A blank header counts as absent; an unknown one is left out. */
export function parseHeaders(headers: Readonly<Record<string, string>>): HeadersResult {
  const readings = Object.entries(READERS).flatMap(([name, reader]) => {
    const text = Object.hasOwn(headers, name) ? headers[name] : undefined;
    return typeof text === 'string' && text.trim() !== '' ? [reader(text)] : [];
  });
  const issues = readings.flatMap((reading) => (reading.ok ? [] : [reading.issue]));
  if (issues.length > 0) return { ok: false, issues };
  const parsed = readings.map((reading): ConnectorHeaders => (reading.ok ? reading.headers : {}));
  return { ok: true, headers: Object.assign({}, ...parsed) as ConnectorHeaders };
}

function read(headers: ConnectorHeaders): Reading {
  return { ok: true, headers };
}

function refuse(field: string, message: string): Reading {
  return { ok: false, issue: { rule: 'header-duration', severity: 'error', field, message } };
}
