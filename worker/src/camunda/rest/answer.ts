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

/** The parts of a problem that an answer tells; the client gives no more than its status and these. */
interface Problem {
  readonly status: number;
  readonly title?: unknown;
  readonly detail?: unknown;
}

/** A failure of the client in the worker's words; undefined: it is none of an answer. */
export function fromProblem(error: unknown): CamundaError | undefined {
  if (!isProblem(error)) return undefined;
  const { status } = error;
  const title = textOf(error.title);
  const detail = textOf(error.detail);
  const isBusy = status >= 500 && BUSY.test(`${title} ${detail}`);
  const kind = isBusy ? 'backPressure' : (KINDS[status] ?? 'unavailable');
  const code = /^[A-Z_]+$/.test(title) ? title : `HTTP_${status}`;
  const message = detail === '' ? (title === '' ? `HTTP ${status}` : title) : detail;
  return new CamundaError(kind, code, message);
}

function isProblem(error: unknown): error is Problem {
  return typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
