import { status, type ServiceError } from '@grpc/grpc-js';
import { CamundaError, toCamundaError, unreachable, type CamundaErrorKind } from '../camunda-error.ts';

/**
 * What each gRPC status of the gateway means. A status that is not here counts as unavailable.
 * https://docs.camunda.io/docs/apis-tools/zeebe-api/technical-error-handling/
 */
const KINDS: Readonly<Partial<Record<status, CamundaErrorKind>>> = {
  [status.NOT_FOUND]: 'notFound',
  [status.INVALID_ARGUMENT]: 'rejected',
  [status.FAILED_PRECONDITION]: 'rejected',
  [status.ALREADY_EXISTS]: 'rejected',
  [status.OUT_OF_RANGE]: 'rejected',
  [status.UNIMPLEMENTED]: 'rejected',
  [status.RESOURCE_EXHAUSTED]: 'backPressure',
  [status.UNAUTHENTICATED]: 'unauthorized',
  [status.PERMISSION_DENIED]: 'unauthorized',
};

/** A message over the size limit comes as RESOURCE_EXHAUSTED too, from either side; no later try can help. */
const TOO_LARGE = /message (?:larger than|exceeds) max/i;

/** A gRPC failure in the worker's words. Metadata is left out: it holds the authorization header. */
export function fromGrpcError(error: unknown): CamundaError {
  if (!isServiceError(error)) return toCamundaError(error);
  const tooLarge = error.code === status.RESOURCE_EXHAUSTED && TOO_LARGE.test(error.details);
  const kind = tooLarge ? 'rejected' : (KINDS[error.code] ?? 'unavailable');
  const reason = readable(error.details);
  return kind === 'unavailable'
    ? unreachable(status[error.code], reason)
    : new CamundaError(kind, status[error.code], reason);
}

/** What a failure says where the network gave no reason: the library's own words, and all that it has. */
export const NO_CONNECTION = 'No connection established';

/** The library's sentence around the network's words, or around none. */
const LAST_ERROR = new RegExp(`^${NO_CONNECTION}\\. Last error: (?:Error: |(?:undefined|null)$)?`);

/** The network's words alone. The library appends what its name resolution had to add, which is mostly nothing. */
function readable(details: string): string {
  const said = details.replace(/\s*Resolution note:.*$/s, '').replace(/\.$/, '');
  const reason = said.replace(LAST_ERROR, '');
  return reason === '' && said !== '' ? NO_CONNECTION : reason;
}

function isServiceError(error: unknown): error is ServiceError {
  return error instanceof Error && 'code' in error && typeof error.code === 'number' && 'details' in error;
}
