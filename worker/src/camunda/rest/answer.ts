import { shorten, type Json, parseJson, parseJsonObject } from '@eventbridge-kit/issue';
import type { HttpAnswer } from '../../network/http-call.ts';
import { CamundaError, type CamundaErrorKind } from '../camunda-error.ts';

/** What each status of the gateway means. One that is not here counts as unavailable. */
// https://docs.camunda.io/docs/apis-tools/orchestration-cluster-api-rest/orchestration-cluster-api-rest-overview/
const KINDS: Readonly<Partial<Record<number, CamundaErrorKind>>> = {
  400: 'rejected',
  401: 'unauthorized',
  403: 'unauthorized',
  404: 'notFound',
  405: 'rejected',
  409: 'rejected',
  413: 'rejected',
  415: 'rejected',
  429: 'backPressure',
};

/** The engine's own word for being busy: 503 from 8.8.3 on, 500 for activations before. */
// https://docs.camunda.io/docs/apis-tools/zeebe-api/technical-error-handling/
const BUSY = /RESOURCE_EXHAUSTED/;

/** What an answer of 400 or more means. Camunda's are problem details: https://datatracker.ietf.org/doc/html/rfc9457 */
export function refusalOf({ status, body }: Pick<HttpAnswer, 'status' | 'body'>): CamundaError {
  // A proxy before the gateway sends no problem, but a page.
  const problem = parseJsonObject(body) ?? {};
  const title = textOf(problem['title']);
  const detail = textOf(problem['detail']);
  const isBusy = status >= 500 && BUSY.test(`${title} ${detail}`);
  const kind = isBusy ? 'backPressure' : (KINDS[status] ?? 'unavailable');
  const code = /^[A-Z_]+$/.test(title) ? title : `HTTP_${status}`;
  return new CamundaError(kind, code, shorten(detail || title || `HTTP ${status}`, MAX_SHOWN_CHARS));
}

/** The JSON of an answer that should be one; one that is cut short may be whole at another try. */
export function parseAnswer(text: string): Json {
  const value = parseJson(text);
  if (value === undefined) throw new CamundaError('unavailable', 'NO_JSON', "the gateway's answer is not whole JSON");
  return value;
}

/** An answer that no gateway gives. */
export function foreign(what: string): CamundaError {
  return new CamundaError('rejected', 'NO_GATEWAY', `${what} is not what a Camunda gateway gives`);
}

/** Longest text of the gateway that is shown, in UTF-16 units. */
const MAX_SHOWN_CHARS = 500;

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
