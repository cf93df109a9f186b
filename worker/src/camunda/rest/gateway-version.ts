import { CamundaError } from '../camunda-error.ts';

/** From this version on keys are JSON text; before, they are numbers, which JavaScript rounds above 2^53. */
// `LongKey` of rest-api.yaml in io.camunda:zeebe-gateway-protocol:8.8.9
const FIRST = { major: 8, minor: 8 } as const;

/** Throws for a gateway whose keys would be rounded, so that another job would be completed. */
export function refuseOldGateway(version: string): void {
  const [, major = 0, minor = 0] = (/^(\d+)\.(\d+)/.exec(version) ?? []).map(Number);
  if (major > FIRST.major || (major === FIRST.major && minor >= FIRST.minor)) return;
  throw new CamundaError(
    'rejected',
    'GATEWAY_TOO_OLD',
    `the gateway is version ${version}, and REST needs 8.8 or newer, since before it job keys are rounded`,
    'Use gRPC: set --protocol grpc and ZEEBE_GRPC_ADDRESS, or upgrade Camunda.',
  );
}
