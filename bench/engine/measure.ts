import { startEndpoint, type Endpoint, type Transport } from './endpoints.ts';
import type { EngineHost } from './engine-host.ts';
import type { Results } from './goals.ts';
import { measureIdle, type IdleResult } from './idle.ts';
import { measureLoad, type Load, type LoadResult } from './load.ts';
import type { Programs } from './programs.ts';
import type { VariantName } from './variants.ts';

export interface Plan {
  readonly variants: readonly VariantName[];
  readonly transports: readonly Transport[];
  readonly servicesMs: readonly number[];
  readonly jobs: number;
  readonly warmUpJobs: number;
  /** Jobs of the run that looks at the memory; 0: no such run. */
  readonly memoryJobs: number;
  /** Idle instances of each; 0: none. */
  readonly instances: number;
}

export interface Listener {
  onLoads(loads: readonly LoadResult[]): void;
  onIdle(idle: readonly IdleResult[]): void;
}

/** Idle instances of each before those that count. */
const WARM_UP_INSTANCES = 30;

/** What a measurement runs on. */
export interface Hosts {
  /** Starts an engine for each load, since the in-memory one gets slower with all that it keeps. */
  readonly startEngine: (variants: readonly VariantName[]) => Promise<EngineHost>;
  readonly programs: Programs;
}

/** Measures all workers on the same kind of engine and the same endpoint, one after the other under each load. */
export async function measure(plan: Plan, { startEngine, programs }: Hosts, listener: Listener): Promise<Results> {
  const loads: LoadResult[] = [];
  const memory: LoadResult[] = [];
  const idle: IdleResult[] = [];

  const runAll = async (endpoint: Endpoint, load: Omit<Load, 'variant'>): Promise<LoadResult[]> => {
    const results: LoadResult[] = [];
    for (const variant of plan.variants) {
      const engine = await startEngine([variant]);
      try {
        results.push(await measureLoad({ ...load, variant }, { engine, endpoint, programs }));
      } finally {
        await engine.close();
      }
    }
    listener.onLoads(results);
    return results;
  };

  for (const transport of plan.transports) {
    const endpoint = await startEndpoint(transport);
    try {
      if (plan.instances > 0) {
        const idlePlan = { ...plan, transport, warmUpInstances: WARM_UP_INSTANCES };
        const engine = await startEngine(plan.variants);
        try {
          const results = await measureIdle(idlePlan, { engine, endpoint, programs });
          listener.onIdle(results);
          idle.push(...results);
        } finally {
          await engine.close();
        }
      }
      const { jobs, warmUpJobs } = plan;
      for (const serviceMs of plan.servicesMs) {
        loads.push(...(await runAll(endpoint, { transport, serviceMs, jobs, warmUpJobs })));
      }
      if (plan.memoryJobs > 0) {
        const long = { transport, serviceMs: 0, jobs: plan.memoryJobs - warmUpJobs, warmUpJobs };
        memory.push(...(await runAll(endpoint, long)));
      }
    } finally {
      endpoint.stop();
    }
  }
  return { loads, memory, idle };
}
