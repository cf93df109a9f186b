import type { CamundaError, CamundaErrorKind } from './camunda-error.ts';
import type { GatewaySetting } from './job-port.ts';

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
