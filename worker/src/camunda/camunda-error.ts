import { thrownText } from '@eventbridge-kit/issue';
import { ProxyError, reasonOf } from '../network/proxy-error.ts';
import { tlsProblem } from '../network/tls.ts';
import type { GatewaySetting } from './job-port.ts';

/**
 * What an answer of Camunda means for the worker, whatever the protocol:
 * - `notFound`: the job is gone (completed, cancelled, or given to another worker that ended it);
 * - `rejected`: this command will never be accepted;
 * - `backPressure`: the engine is busy, try again later;
 * - `unauthorized`: the credentials or permissions are wrong;
 * - `unavailable`: no answer, or one that another try may correct.
 */
export type CamundaErrorKind = 'notFound' | 'rejected' | 'backPressure' | 'unauthorized' | 'unavailable';

/** A command or an activation that Camunda did not accept. */
export class CamundaError extends Error {
  readonly kind: CamundaErrorKind;
  /** The protocol's own name of the answer, for example `NOT_FOUND`. */
  readonly code: string;
  /** What helps, where more is known than the kind. */
  readonly remedy: string | undefined;

  constructor(kind: CamundaErrorKind, code: string, message: string, remedy?: string) {
    super(message);
    this.name = 'CamundaError';
    this.kind = kind;
    this.code = code;
    this.remedy = remedy;
  }
}

/**
 * Codes, by protocol, for a command on a job that is in another state: it was failed meanwhile, or its time is over.
 * https://docs.camunda.io/docs/apis-tools/zeebe-api/gateway-service/#completejob-rpc
 */
const WRONG_STATE: ReadonlySet<string> = new Set(['FAILED_PRECONDITION', 'INVALID_STATE']);

/** True where the job is no longer this worker's to end: it ended, or another try of it failed or will come. */
export function isGone({ kind, code }: CamundaError): boolean {
  return kind === 'notFound' || WRONG_STATE.has(code);
}

/** Any thrown value as a `CamundaError`; another one counts as unavailable, since another try may help. */
export function toCamundaError(error: unknown): CamundaError {
  if (error instanceof CamundaError) return error;
  return new CamundaError('unavailable', 'UNKNOWN', thrownText(error));
}

/** A connection that failed, by the reason that the network or its library gives. */
export function unreachable(code: string, reason: string): CamundaError {
  const tls = tlsProblem(reason);
  if (tls !== undefined) return new CamundaError('unavailable', 'CERTIFICATE', tls.message, tls.remedy);
  const other = OTHER_PROTOCOL.find(([pattern]) => pattern.test(reason));
  if (other === undefined) return new CamundaError('unavailable', code, reason);
  return new CamundaError('unavailable', 'PROTOCOL', other[1], other[2]);
}

/** What the libraries say where something else answers, what it means, and what helps. */
const OTHER_PROTOCOL: readonly (readonly [RegExp, string, string])[] = [
  [
    /Protocol error|no application protocol/i,
    'what answers there speaks no gRPC',
    'Set ZEEBE_GRPC_ADDRESS to the gRPC address, usually port 26500. A REST address goes into ZEEBE_REST_ADDRESS, without ZEEBE_GRPC_ADDRESS or with --protocol rest.',
  ],
  [
    /Parse Error: Expected HTTP/i,
    'what answers there speaks no HTTP',
    'Set ZEEBE_REST_ADDRESS to the REST address, usually port 8080. A gRPC address goes into ZEEBE_GRPC_ADDRESS.',
  ],
];

/** A connection that failed, by the network's error. */
export function fromNetworkError(code: string, error: unknown): CamundaError {
  return error instanceof ProxyError ? fromProxyError(error) : unreachable(code, reasonOf(error));
}

/** A proxy that did not open a connection. */
export function fromProxyError({ message, remedy }: ProxyError): CamundaError {
  return new CamundaError('unavailable', 'PROXY', message, remedy);
}

/** A gateway that does not serve, or one that this worker may not use, in a sentence. */
export function problemOf({ kind, message }: CamundaError, address: string): string {
  return kind === 'unauthorized'
    ? `This worker may not use Camunda at ${address}: ${message}.`
    : `Camunda does not serve this worker at ${address}: ${message}.`;
}

/** What to do about a gateway that does not serve. */
export function remedyFor(error: CamundaError, { variable, wants }: GatewaySetting): string {
  const wrongServer = `Set ${variable} to ${wants}.`;
  const byKind: Readonly<Record<CamundaErrorKind, string>> = {
    unavailable: `Start Camunda there, or set ${variable} to where it runs.`,
    unauthorized:
      'Set CAMUNDA_AUTH_STRATEGY to NONE, BASIC, OAUTH or BEARER with its credentials, and allow this client to work on jobs.',
    rejected: wrongServer,
    notFound: wrongServer,
    backPressure: 'The engine is busy: give it time, or more resources.',
  };
  return error.remedy ?? byKind[error.kind];
}
