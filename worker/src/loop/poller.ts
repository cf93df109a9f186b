import type { Pressure } from '../batch/index.ts';
import { toCamundaError } from '../camunda/camunda-error.ts';
import type { ActivatedJob, ActivateRequest, JobSource } from '../camunda/job-port.ts';
import { createBackoff, type BackoffSettings } from '../world/backoff.ts';
import type { Clock } from '../world/clock.ts';
import type { Log } from '../world/log.ts';
import type { ConnectionMonitor } from './connection-monitor.ts';
import { whenLow } from './when-low.ts';

export interface PollerDeps {
  readonly source: JobSource;
  readonly monitor: ConnectionMonitor;
  /** What to ask for; the number of jobs is the free room. */
  readonly request: Omit<ActivateRequest, 'maxJobs'>;
  /** At most so many jobs of this type at a time. */
  readonly maxActiveJobs: number;
  /** High while the work asks for no more jobs; absent: never. */
  readonly pressure?: Pressure | undefined;
  /** Takes a job over; resolves when it has ended. Never rejects. */
  readonly accept: (job: ActivatedJob) => Promise<void>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  /** Waits under back-pressure. */
  readonly backoff: BackoffSettings;
  /** Aborts when no more jobs may be asked for. */
  readonly signal: AbortSignal;
}

/** Wait after an answer without jobs, so that a gateway without long polling is not flooded, in milliseconds. */
const IDLE_PAUSE_MS = 100;
/** Until the gateway has proved that it serves, it may hold a request only so long, in milliseconds. */
const PROOF_TIMEOUT_MS = 1_000;

/** Asks for jobs of one type as long as there is room, until the signal aborts. */
export async function poll(deps: PollerDeps): Promise<void> {
  const { source, monitor, clock, signal } = deps;
  const backoff = createBackoff(deps.backoff, deps.random);
  const room = createRoom(deps.maxActiveJobs);
  const isOver = (): boolean => signal.aborted;
  while (await monitor.whenOpen()) {
    await room.whenFree();
    await whenLow(deps.pressure, signal);
    if (isOver()) return;
    try {
      const requestTimeoutMs = monitor.ready
        ? deps.request.requestTimeoutMs
        : Math.min(PROOF_TIMEOUT_MS, deps.request.requestTimeoutMs);
      const jobs = await source.activate({ ...deps.request, requestTimeoutMs, maxJobs: room.free }, signal);
      monitor.works();
      backoff.reset();
      for (const job of jobs) {
        room.take();
        void deps.accept(job).then(() => room.give());
      }
      if (jobs.length === 0) await clock.sleep(IDLE_PAUSE_MS, signal);
    } catch (thrown) {
      if (isOver()) return;
      const error = toCamundaError(thrown);
      if (error.kind === 'backPressure') {
        deps.log.debug({ jobType: deps.request.type, code: error.code }, 'Camunda asks for fewer requests');
        await clock.sleep(backoff.nextMs(), signal);
      } else {
        monitor.lost(error);
      }
    }
  }
}

/** Room is asked for in lots of this part of the whole, so that a busy worker does not fetch jobs one by one. */
const LOT = 0.3;

interface Room {
  readonly free: number;
  take(): void;
  give(): void;
  /** Resolves when there is room for a lot of jobs. */
  whenFree(): Promise<void>;
}

function createRoom(size: number): Room {
  const lot = Math.ceil(size * LOT);
  let free = size;
  let waiting: (() => void)[] = [];
  return {
    get free() {
      return free;
    },
    take: () => {
      free -= 1;
    },
    give: () => {
      free += 1;
      if (free < lot) return;
      const woken = waiting;
      waiting = [];
      for (const wake of woken) wake();
    },
    whenFree: () => (free >= lot ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
}
