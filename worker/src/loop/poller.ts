import type { Pressure } from '../batch/index.ts';
import { toCamundaError } from '../camunda/camunda-error.ts';
import type { ActivatedJob, ActivateRequest, JobSource } from '../camunda/job-port.ts';
import { createBackoff, type BackoffSettings } from '../runtime/backoff.ts';
import { sleep, type Clock } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';
import type { ConnectionMonitor } from './connection-monitor.ts';
import { whenPressureIsLow, type JobSlots } from './job-slots.ts';
import type { StreamHealth } from './stream-health.ts';

export interface PollerDeps {
  readonly source: JobSource;
  readonly monitor: ConnectionMonitor;
  /** What to ask for; the number of jobs is that of the free slots. */
  readonly request: Omit<ActivateRequest, 'maxJobs'>;
  /** Slots for jobs of this type. A poll holds none: jobs of a stream may take them while the poll is not answered. */
  readonly slots: JobSlots;
  /** While the stream is trusted, polling is only the backstop. */
  readonly health: StreamHealth;
  /** High while the work asks for no more jobs; absent: never. */
  readonly pressure?: Pressure | undefined;
  /** Takes a job over; resolves when it has ended. Never rejects. */
  readonly accept: (job: ActivatedJob, activatedAtMs: number) => Promise<void>;
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
/** Between two looks for jobs that no stream brought, in milliseconds: at first, growing so many times, at most. */
const BACKSTOP = { firstMs: 500, growth: 4, maxMs: 10_000 } as const;
/** Lets the gateway answer at once, jobs or not. */
// https://docs.camunda.io/docs/apis-tools/zeebe-api/gateway-service/#activatejobs-rpc (requestTimeout)
const NO_LONG_POLLING = -1;
/** Until the gateway has proved that it serves, it may hold a request only so long, in milliseconds. */
const PROOF_TIMEOUT_MS = 1_000;
/** The same while a stream may open at any moment: its jobs then take slots that the request has asked jobs for. */
const BRIDGE_TIMEOUT_MS = 1_000;

/** Asks for jobs of one type as long as slots are free, until the signal aborts. */
export async function poll(deps: PollerDeps): Promise<void> {
  const { source, monitor, clock, signal, slots, health } = deps;
  const backoff = createBackoff(deps.backoff, deps.random);
  const isOver = (): boolean => signal.aborted;
  let backstopMs: number = BACKSTOP.firstMs;
  /** True after a pause in which an open stream had the time to bring every job. */
  let streamHadTime = false;
  const requestTimeoutMs = (): number => {
    if (health.isTrusted) return NO_LONG_POLLING;
    const { requestTimeoutMs: longMs } = deps.request;
    if (!monitor.ready) return Math.min(PROOF_TIMEOUT_MS, longMs);
    return health.isExpected ? Math.min(BRIDGE_TIMEOUT_MS, longMs) : longMs;
  };
  while (await monitor.whenOpen()) {
    await slots.whenFree(slots.worthPolling);
    await whenPressureIsLow(deps.pressure, signal);
    if (isOver()) return;
    const maxJobs = slots.free;
    if (maxJobs < 1) continue;
    try {
      const jobs = await source.activate({ ...deps.request, requestTimeoutMs: requestTimeoutMs(), maxJobs }, signal);
      monitor.works();
      backoff.reset();
      const activatedAtMs = clock.nowMs();
      for (const job of jobs) {
        // What came by the stream meanwhile is worked on already.
        if (slots.free < 1) await slots.whenFree(1);
        slots.take(1);
        void deps.accept(job, activatedAtMs).then(() => slots.release(1));
      }
      if (jobs.length > 0) {
        if (streamHadTime && health.isTrusted) {
          health.missedJob();
          deps.log.info(
            { jobType: deps.request.type },
            'The stream did not bring jobs that waited: polling for them too',
          );
        }
        streamHadTime = false;
        backstopMs = BACKSTOP.firstMs;
      } else if (health.isTrusted) {
        const { closed } = health;
        await sleep(clock, backstopMs, AbortSignal.any([closed, signal]));
        streamHadTime = !closed.aborted;
        backstopMs = Math.min(BACKSTOP.maxMs, backstopMs * BACKSTOP.growth);
      } else {
        await sleep(clock, IDLE_PAUSE_MS, signal);
        streamHadTime = false;
      }
    } catch (thrown) {
      if (isOver()) return;
      const error = toCamundaError(thrown);
      if (error.kind === 'backPressure') {
        deps.log.debug({ jobType: deps.request.type, code: error.code }, 'Camunda asks for fewer requests');
        await sleep(clock, backoff.nextMs(), signal);
      } else {
        monitor.lost(error);
      }
    }
  }
}
