import { quantile } from '../quantile.ts';
import { EMPTY_PROCESS_ID, processIdOf } from './diagram.ts';
import type { Transport } from './endpoints.ts';
import type { EngineHost } from './engine-host.ts';
import { startWorker, type Surroundings } from './load.ts';
import type { VariantName } from './variants.ts';

/** How long an instance takes while nothing else runs, from its creation to the answer with its result. */
export interface IdleResult {
  /** Absent: the engine alone, a process without a task. */
  readonly variant: VariantName | undefined;
  readonly transport: Transport;
  readonly p50Ms: number;
  readonly p95Ms: number;
}

export interface IdlePlan {
  readonly variants: readonly VariantName[];
  readonly transport: Transport;
  /** Measured instances of each. */
  readonly instances: number;
  /** Instances of each before those. */
  readonly warmUpInstances: number;
}

/** All workers run at the same time, each with its own jobs, and take turns instance by instance. */
export async function measureIdle(
  { variants, transport, instances, warmUpInstances }: IdlePlan,
  { engine, endpoint, programs }: Surroundings<EngineHost>,
): Promise<IdleResult[]> {
  await endpoint.reset(0);
  const children = variants.map((name) => startWorker(name, { engine, endpoint, programs }));
  try {
    const all: (VariantName | undefined)[] = [undefined, ...variants];
    const timesMs = new Map<VariantName | undefined, number[]>(all.map((name) => [name, []]));
    for (let turn = 0; turn < warmUpInstances + instances; turn += 1) {
      for (const name of shuffled(all)) {
        const startMs = performance.now();
        await engine.runToEnd(name === undefined ? EMPTY_PROCESS_ID : processIdOf(name));
        if (turn >= warmUpInstances) timesMs.get(name)?.push(performance.now() - startMs);
      }
      for (const child of children) child.check();
    }
    return all.map((variant) => {
      const times = timesMs.get(variant) ?? [];
      return { variant, transport, p50Ms: quantile(times, 0.5), p95Ms: quantile(times, 0.95) };
    });
  } finally {
    await Promise.all(children.map((child) => child.stop()));
  }
}

/** A new order each turn: a worker that polls at an interval would else always be met at the same moment of it. */
function shuffled<Item>(items: readonly Item[]): Item[] {
  const keyed = items.map((item) => ({ item, key: Math.random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}
