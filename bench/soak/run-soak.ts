import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../../local-bus/src/cli/seeded-random.ts';
import { createCrew } from './crew.ts';
import { readLedger, type BusLine, type GatewayLine, type WorkerLine } from './ledger.ts';
import { FILES, type SoakPlan } from './plan.ts';
import { endProcess, startBus, startGateway, startWorker } from './processes.ts';
import { judge, type Verdict } from './verdict/verdict.ts';

export interface SoakListener {
  onProgress(progress: { readonly ended: number; readonly kills: number; readonly elapsedMs: number }): void;
}

const LOOK_EVERY_MS = 20;
const TELL_EVERY_MS = 5_000;
/** Without a job's end for so long, nothing will come any more; the verdict then says what is lost. */
const STANDSTILL_MS = 300_000;

/** Runs gateway, bus and workers to the end of the last job, ends workers on the way, and judges by the ledgers. */
export async function runSoak(plan: SoakPlan, bin: string, listener: SoakListener): Promise<Verdict> {
  const { folder } = plan;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const startMs = performance.now();
  const random = seededRandom(plan.seed + 1);
  const kills = planKills(plan, random);
  let ended = 0;
  const bus = await startBus(plan);
  const gateway = await startGateway(plan, (jobs) => {
    ended = jobs;
  }).catch(async (error: unknown) => {
    await endProcess(bus.child, 'SIGTERM');
    throw error;
  });
  const addresses = { gateway: gateway.address, bus: bus.address, folder };
  const crew = createCrew(
    plan.workers,
    (name) => startWorker({ name, bin, ...addresses }),
    join(folder, FILES.workers),
  );
  try {
    let done = 0;
    let last = { ended: 0, atMs: performance.now() };
    let toldAtMs = performance.now();
    while ((ended < plan.jobs || done < kills.length) && performance.now() - last.atMs < STANDSTILL_MS) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      const nowMs = performance.now();
      if (ended > last.ended) last = { ended, atMs: nowMs };
      if (nowMs - toldAtMs >= TELL_EVERY_MS) {
        toldAtMs = nowMs;
        listener.onProgress({ ended, kills: done, elapsedMs: nowMs - startMs });
      }
      const next = kills[done];
      if (next === undefined || ended < next.atEnded) continue;
      done += 1;
      await crew.replace(done, next.signal);
    }
    listener.onProgress({ ended, kills: done, elapsedMs: performance.now() - startMs });
  } finally {
    await crew.end();
    gateway.child.disconnect();
    await endProcess(gateway.child, 'SIGTERM');
    await endProcess(bus.child, 'SIGTERM');
  }
  return judge({
    gateway: readLedger<GatewayLine>(join(folder, FILES.gateway)),
    bus: readLedger<BusLine>(join(folder, FILES.bus)),
    workers: readLedger<WorkerLine>(join(folder, FILES.workers)),
  });
}

interface Kill {
  /** When so many jobs have ended. */
  readonly atEnded: number;
  readonly signal: 'SIGKILL' | 'SIGTERM';
}

/** Spread over the run, each at a moment that chance picks; the signals take turns. */
function planKills({ kills, jobs }: SoakPlan, random: () => number): Kill[] {
  return Array.from({ length: kills }, (_, index) => ({
    atEnded: Math.floor(((index + 0.1 + random() * 0.8) / kills) * jobs),
    signal: index % 2 === 0 ? 'SIGKILL' : 'SIGTERM',
  }));
}
