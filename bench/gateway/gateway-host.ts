import { jobTypeOf } from '../engine/diagram.ts';
import type { LoadHost } from '../engine/load.ts';
import { startChild } from '../worker/child.ts';
import type { GatewayCommand, GatewayCounts, GatewayStarted } from './gateway.ts';

/** Starts the scripted gateway in a process of its own. */
export async function startGatewayHost(): Promise<LoadHost & { close(): void }> {
  const child = startChild('../gateway/gateway.ts');
  const { port } = await child.ask<GatewayStarted>();
  const ask = async (command: GatewayCommand): Promise<GatewayCounts> => {
    const counts = await child.ask<GatewayCounts>(command);
    if (counts.failure !== undefined) throw new Error(`A worker failed a job: ${counts.failure}`);
    return counts;
  };
  return {
    grpcAddress: `127.0.0.1:${port}`,
    createWaiting: async (name, jobs) => {
      await ask({ give: { type: jobTypeOf(name), jobs } });
    },
    finishedInstances: async () => (await ask({})).completed,
    close: () => child.stop(),
  };
}
