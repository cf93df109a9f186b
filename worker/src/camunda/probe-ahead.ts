import type { CamundaConnection, GatewayInfo } from './job-port.ts';

/**
 * Asks the gateway for its version at once, so that the connection (and the token it may need) is there when the first
 * question comes. That question gets this answer, or failure; later ones are asked anew.
 */
export function probeAhead(connection: CamundaConnection): CamundaConnection {
  let ahead: Promise<GatewayInfo> | undefined = connection.probe();
  // Whoever asks gets the failure; perhaps nobody does.
  ahead.catch(() => undefined);
  return {
    ...connection,
    probe: () => {
      const first = ahead ?? connection.probe();
      ahead = undefined;
      return first;
    },
  };
}
