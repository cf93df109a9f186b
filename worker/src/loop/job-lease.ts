import type { Clock } from '../world/clock.ts';
import { LightAbort, type AbortLike } from '../world/abort.ts';

/** What became of a request for more time; `gone`: the job is no longer this worker's. */
export type Renewal = 'renewed' | 'gone' | 'failed';

export interface LeaseOptions {
  readonly clock: Clock;
  /** When the job was activated, in milliseconds since 1970. */
  readonly fromMs: number;
  /** How long it belongs to this worker from then on, in milliseconds. */
  readonly timeoutMs: number;
  /** At most so many renewals while the work lasts. */
  readonly maxRenewals: number;
  /** Asks the engine for so much time, in milliseconds from then on. Never rejects. */
  readonly renew: (timeoutMs: number) => Promise<Renewal>;
}

/** The time that a job belongs to this worker. */
export interface JobLease {
  /** The end of it, in milliseconds since 1970. */
  readonly deadlineMs: number;
  /** From then on nothing may be sent: what is left is for the job's outcome. In milliseconds since 1970. */
  readonly sendUntilMs: number;
  /** Aborts when the work must end. */
  readonly endOfWork: AbortLike;
  /** Aborts when the outcome can wait for the work no longer. */
  readonly endOfPatience: AbortLike;
  /** The engine gave so much time, counted from the moment in which it was asked; in milliseconds. */
  extended(timeoutMs: number, askedAtMs: number): void;
  /** Ends the work now. */
  endWork(): void;
  /** The work is over: the lease is renewed no more, and keeps no timer. */
  release(): void;
}

/** At most so much of a job's time is kept for its outcome command, in milliseconds; a quarter where that is less. */
const MAX_MARGIN_MS = 2_000;
/** Between two requests for more time, where the first one failed, in milliseconds. */
const MIN_RENEWAL_PAUSE_MS = 500;

/**
 * Counts the time of a job by our own clock, from its activation. The engine's time stamp is not used: the clocks of two
 * machines differ. When half of the time is over and the work is not, more is asked for.
 */
export function createJobLease({ clock, fromMs, timeoutMs, maxRenewals, renew }: LeaseOptions): JobLease {
  const work = new LightAbort();
  const patience = new LightAbort();
  let cancelTimer: (() => void) | undefined;
  let renewalsLeft = maxRenewals;
  let released = false;
  let term = createTerm(timeoutMs, fromMs);
  let renewAtMs = term.halfMs;

  const tryRenewal = async (): Promise<void> => {
    renewAtMs = Infinity;
    const askedAtMs = clock.nowMs();
    const renewal = await renew(term.timeoutMs);
    if (released) return;
    if (renewal === 'renewed') {
      renewalsLeft -= 1;
      extended(term.timeoutMs, askedAtMs);
    } else if (renewal === 'gone') {
      endWork();
    } else {
      renewAtMs = clock.nowMs() + Math.max(MIN_RENEWAL_PAUSE_MS, (term.sendUntilMs - clock.nowMs()) / 2);
      arm();
    }
  };

  const nextMs = (): number => {
    if (work.aborted) return term.patienceUntilMs;
    return renewalsLeft > 0 ? Math.min(renewAtMs, term.workUntilMs) : term.workUntilMs;
  };

  const onTimer = (): void => {
    const nowMs = clock.nowMs();
    if (nowMs >= term.patienceUntilMs) {
      work.abort();
      patience.abort();
      return;
    }
    if (nowMs >= term.workUntilMs) work.abort();
    else if (renewalsLeft > 0 && nowMs >= renewAtMs) void tryRenewal();
    arm();
  };

  const arm = (): void => {
    cancelTimer?.();
    if (!released) cancelTimer = clock.after(nextMs() - clock.nowMs(), onTimer);
  };

  const extended = (givenMs: number, askedAtMs: number): void => {
    term = createTerm(givenMs, askedAtMs);
    renewAtMs = term.halfMs;
    arm();
  };

  const endWork = (): void => {
    work.abort();
    arm();
  };

  arm();
  return {
    get deadlineMs() {
      return term.deadlineMs;
    },
    get sendUntilMs() {
      return term.sendUntilMs;
    },
    endOfWork: work,
    endOfPatience: patience,
    extended,
    endWork,
    release: () => {
      released = true;
      cancelTimer?.();
    },
  };
}

/** The moments of one span of time that the engine gave. */
function createTerm(timeoutMs: number, fromMs: number) {
  const deadlineMs = fromMs + timeoutMs;
  const marginMs = Math.min(MAX_MARGIN_MS, timeoutMs / 4);
  return {
    timeoutMs,
    deadlineMs,
    halfMs: fromMs + timeoutMs / 2,
    sendUntilMs: deadlineMs - marginMs,
    // Later than the above, so that a sender can still report what happened to the event.
    workUntilMs: deadlineMs - (marginMs * 7) / 8,
    patienceUntilMs: deadlineMs - marginMs / 2,
  };
}
