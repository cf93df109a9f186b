import { quantile } from '../quantile.ts';
import { startChild, type Child } from './child.ts';
import type { ClientCommand, ClientResult } from './client.ts';
import type { EndpointCommand, EndpointCounts, EndpointStarted } from './endpoint.ts';
import type { VariantName } from './variants/index.ts';

/** Figures of one variant under one load. */
export interface Measurement {
  readonly variant: VariantName;
  readonly serviceMs: number;
  readonly inFlight: number;
  readonly events: number;
  readonly eventsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly cpuUsPerEvent: number;
  /** As the endpoint counted them. */
  readonly callsPerEvent: number;
  readonly rssMiB: number;
}

export interface Plan {
  readonly variants: readonly VariantName[];
  readonly servicesMs: readonly number[];
  readonly inFlight: readonly number[];
  readonly rounds: number;
  readonly roundMs: number;
  readonly warmUpMs: number;
}

interface Round extends ClientResult {
  readonly calls: number;
}

/**
 * Measures all variants side by side: each lives in its own process for the whole run, and under each load they take
 * turns, several times, so that what else the machine does meets them all.
 */
export async function measure(plan: Plan, onCell: (cell: readonly Measurement[]) => void): Promise<Measurement[]> {
  const endpoint = startChild('endpoint.ts');
  const clients = new Map<VariantName, Child>();
  try {
    const { port } = await endpoint.ask<EndpointStarted>();
    for (const name of plan.variants) {
      const client = startChild('client.ts', [name, `http://127.0.0.1:${port}`]);
      clients.set(name, client);
      await client.ask();
    }
    const ask = async (client: Child, serviceMs: number, command: ClientCommand): Promise<Round> => {
      const before = await endpoint.ask<EndpointCounts>({ serviceMs } satisfies EndpointCommand);
      const result = await client.ask<ClientResult>(command);
      const after = await endpoint.ask<EndpointCounts>({ serviceMs } satisfies EndpointCommand);
      if (after.entries - before.entries !== result.events) throw new Error('The endpoint counted other events.');
      return { ...result, calls: after.calls - before.calls };
    };
    for (const client of clients.values()) await ask(client, 0, { inFlight: 50, durationMs: plan.warmUpMs });

    const all: Measurement[] = [];
    for (const inFlight of plan.inFlight) {
      for (const serviceMs of plan.servicesMs) {
        const rounds = new Map<VariantName, Round[]>(plan.variants.map((name) => [name, []]));
        for (let round = 0; round < plan.rounds; round++) {
          for (const [name, client] of clients) {
            rounds.get(name)?.push(await ask(client, serviceMs, { inFlight, durationMs: plan.roundMs }));
          }
        }
        const cell = [...rounds].map(([variant, own]) => ({ variant, serviceMs, inFlight, ...summarize(own) }));
        onCell(cell);
        all.push(...cell);
      }
    }
    return all;
  } finally {
    for (const client of clients.values()) client.stop();
    endpoint.stop();
  }
}

function summarize(rounds: readonly Round[]): Omit<Measurement, 'variant' | 'serviceMs' | 'inFlight'> {
  const events = sum(rounds.map((round) => round.events));
  const latencies = rounds.flatMap((round) => round.latenciesMs);
  return {
    events,
    // Of the middle round: one that something else disturbed does not count.
    eventsPerSecond: quantile(
      rounds.map((round) => (round.events / round.elapsedMs) * 1000),
      0.5,
    ),
    p50Ms: quantile(latencies, 0.5),
    p99Ms: quantile(latencies, 0.99),
    cpuUsPerEvent: quantile(
      rounds.map((round) => round.cpuUs / round.events),
      0.5,
    ),
    callsPerEvent: sum(rounds.map((round) => round.calls)) / events,
    rssMiB: Math.max(...rounds.map((round) => round.rssBytes)) / 1024 / 1024,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
