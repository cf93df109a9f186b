import type { Pressure } from '../batch/index.ts';
import { toCamundaError } from '../camunda/camunda-error.ts';
import type { ActivatedJob, JobSource, StreamRequest } from '../camunda/job-port.ts';
import { createBackoff, type BackoffSettings } from '../runtime/backoff.ts';
import { sleep, type Clock } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';
import type { ConnectionMonitor } from './connection-monitor.ts';
import { whenPressureIsLow, type JobSlots } from './job-slots.ts';
import type { StreamHealth } from './stream-health.ts';

export interface StreamerDeps {
  readonly stream: NonNullable<JobSource['stream']>;
  readonly monitor: ConnectionMonitor;
  readonly request: StreamRequest;
  /** Learns whether the stream is open and brings jobs. */
  readonly health: StreamHealth;
  readonly slots: JobSlots;
  readonly pressure?: Pressure | undefined;
  /** Takes a job over that the engine may have given to us as long ago as that; resolves when it has ended. Never rejects. */
  readonly accept: (job: ActivatedJob, activatedAtMs: number) => Promise<void>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  /** Waits before the stream is opened again. */
  readonly backoff: BackoffSettings;
  /** Aborts when no more jobs may come. */
  readonly signal: AbortSignal;
}

/** A gateway that has no such call: its jobs are polled for. */
const UNKNOWN_CALL = 'UNIMPLEMENTED';
/** A stream that lasted so long, in milliseconds, was a good one: the next one is opened without a long wait. */
const GOOD_STREAM_MS = 10_000;

/**
 * Takes jobs as the engine pushes them, and opens the stream again whenever it ends, until the signal aborts. A job is
 * read only when the one before found a slot: what is not read fills the stream's window, and the gateway then gives jobs
 * to others.
 */
export async function streamJobs(deps: StreamerDeps): Promise<void> {
  const { monitor, clock, signal, health, log, request } = deps;
  const backoff = createBackoff(deps.backoff, deps.random);
  const isOver = (): boolean => signal.aborted;
  health.expect();
  let openedAtMs = 0;
  const wasGood = (): boolean => clock.nowMs() - openedAtMs >= GOOD_STREAM_MS;
  while (await monitor.whenOpen()) {
    openedAtMs = clock.nowMs();
    health.opened();
    try {
      await takeAll(deps);
    } catch (thrown) {
      const error = toCamundaError(thrown);
      if (isOver()) return;
      if (error.code === UNKNOWN_CALL) {
        health.giveUp();
        log.info({ jobType: request.type }, 'The gateway has no job streaming: jobs are polled for');
        return;
      }
      log.debug({ jobType: request.type, code: error.code }, 'The stream of jobs ended');
      // What lies between cuts streams that are idle for long. The poll that follows finds a gateway that is gone.
      if (error.kind === 'unavailable' && !wasGood()) monitor.lost(error);
    } finally {
      health.ended();
    }
    if (wasGood()) backoff.reset();
    await sleep(clock, backoff.nextMs(), signal);
  }
}

/** Jobs that may wait unread between the gateway and us, at most: a stream's window of 64 KiB and Node's own queue. */
const UNREAD_JOBS = 256;
/** A job that had to be waited for so long, in milliseconds, did not wait for us. */
const FRESH_MS = 20;

async function takeAll({
  stream,
  request,
  health,
  slots,
  pressure,
  accept,
  clock,
  signal,
}: StreamerDeps): Promise<void> {
  const jobs = stream(request, signal)[Symbol.asyncIterator]();
  /** Since then jobs may have waited for us unread; undefined: none did. */
  let unreadSinceMs: number | undefined;
  let markMs = 0;
  let taken = 0;
  for (;;) {
    const askedAtMs = clock.nowMs();
    const next = await jobs.next();
    if (next.done === true) return;
    health.delivered();
    const receivedAtMs = clock.nowMs();
    if (receivedAtMs - askedAtMs >= FRESH_MS) unreadSinceMs = undefined;
    if (slots.free < 1 || pressure?.high === true) {
      if (unreadSinceMs === undefined) {
        unreadSinceMs = receivedAtMs;
        markMs = receivedAtMs;
        taken = 0;
      }
      await whenPressureIsLow(pressure, signal);
      await slots.whenFree(1);
    }
    slots.take(1);
    void accept(next.value, unreadSinceMs ?? receivedAtMs).then(() => slots.release(1));
    taken += 1;
    // What is read now came after what was read so many jobs before.
    if (unreadSinceMs !== undefined && taken % UNREAD_JOBS === 0) {
      unreadSinceMs = markMs;
      markMs = receivedAtMs;
    }
  }
}
