import { childEnv } from './child-settings.ts';
import { jobTypeOf } from './diagram.ts';
import type { Endpoint, Transport } from './endpoints.ts';
import type { EngineHost } from './engine-host.ts';
import { startMeasured, type MeasuredChild } from './measured-child.ts';
import type { Programs } from './programs.ts';
import { variantOf, type VariantName } from './variants.ts';

/** Jobs that wait when a worker starts, and how they are served. */
export interface Load {
  readonly variant: VariantName;
  readonly transport: Transport;
  readonly serviceMs: number;
  readonly jobs: number;
  /** Jobs before those, while the code is still cold. */
  readonly warmUpJobs: number;
}

/** Figures of one worker on one load. */
export interface LoadResult extends Load {
  readonly jobsPerSecond: number;
  readonly cpuMsPerJob: number;
  /** TCP connections to the endpoint, all that were opened. */
  readonly connections: number;
  /** Calls per job, as the endpoint counted them. */
  readonly callsPerJob: number;
  /** At the end, of the worker's process. */
  readonly rssMiB: number;
  /** From the start of its process to the first call at the endpoint; absent for a worker that sends nothing. */
  readonly firstCallMs: number | undefined;
}

/** What a load needs of an engine. */
export type LoadHost = Pick<EngineHost, 'grpcAddress' | 'createWaiting' | 'finishedInstances'>;

export interface Surroundings<Host = LoadHost> {
  readonly engine: Host;
  readonly endpoint: Endpoint;
  readonly programs: Programs;
}

const LOOK_EVERY_MS = 20;
const NO_PROGRESS_MS = 60_000;

/** Lets jobs wait, starts a worker, and measures it from the end of its warm-up to the end of the last job. */
export async function measureLoad(load: Load, { engine, endpoint, programs }: Surroundings): Promise<LoadResult> {
  const { variant, serviceMs, jobs, warmUpJobs } = load;
  const total = jobs + warmUpJobs;
  await engine.createWaiting(variant, total);
  const finishedBefore = await engine.finishedInstances();
  await endpoint.reset(serviceMs);
  const child = startWorker(variant, { engine, endpoint, programs });
  try {
    const done = async (): Promise<number> =>
      variantOf(variant).sends ? (await endpoint.counts()).entries : (await child.ask()).completed;
    const from = await reach(child, done, warmUpJobs);
    const cpuFromMs = child.stats().cpuMs;
    await reach(child, done, total);
    const finished = async (): Promise<number> => (await engine.finishedInstances()) - finishedBefore;
    const to = await reach(child, finished, total);
    const { cpuMs, rssMiB } = child.stats();
    const { calls, connections, firstCallAtMs } = await endpoint.counts();
    const measured = total - from.count;
    return {
      ...load,
      jobsPerSecond: (measured / (to.atMs - from.atMs)) * 1000,
      cpuMsPerJob: (cpuMs - cpuFromMs) / measured,
      connections,
      callsPerJob: calls / total,
      rssMiB,
      firstCallMs: firstCallAtMs === undefined ? undefined : firstCallAtMs - child.startedAtMs,
    };
  } finally {
    await child.stop();
  }
}

/** One worker, with nothing but what the benchmark tells all of them. */
export function startWorker(
  variant: VariantName,
  { engine, endpoint, programs }: Surroundings<Pick<EngineHost, 'grpcAddress'>>,
): MeasuredChild {
  const settings = { grpcAddress: engine.grpcAddress, jobType: jobTypeOf(variant), endpoint: endpoint.url };
  return startMeasured(programs.scriptOf(variant), programs.nodeArgs, { ...childEnv(settings), ...endpoint.env });
}

/** Resolves when the count is there; rejects when it stands still for long. */
async function reach(
  child: MeasuredChild,
  count: () => Promise<number>,
  wanted: number,
): Promise<{ count: number; atMs: number }> {
  let last = -1;
  let changedAtMs = performance.now();
  for (;;) {
    const now = await count();
    const atMs = performance.now();
    if (now >= wanted) return { count: now, atMs };
    child.check();
    if (now !== last) changedAtMs = atMs;
    else if (atMs - changedAtMs > NO_PROGRESS_MS) throw new Error(`The worker stopped at ${now} of ${wanted} jobs.`);
    last = now;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
