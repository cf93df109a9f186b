import type { AbortLike } from '@eventbridge-kit/event-job';
import type { Clock } from '../runtime/clock.ts';
import { LightAbort } from '../runtime/abort.ts';

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

/** At most so much of a job's time is kept for its outcome command, in milliseconds; a quarter where that is less. */
const MAX_MARGIN_MS = 2_000;
/** Between two requests for more time, where the first one failed, in milliseconds. */
const MIN_RENEWAL_PAUSE_MS = 500;

/**
 * The time that a job belongs to this worker, counted by our own clock from its activation. The engine's time stamp is not
 * used: the clocks of two machines differ. When half of the time is over and the work is not, more is asked for.
 */
export class JobLease {
  readonly #options: LeaseOptions;
  readonly #work = new LightAbort();
  readonly #patience = new LightAbort();
  #term: Term;
  #renewAtMs: number;
  #renewalsLeft: number;
  #released = false;
  #cancelTimer: (() => void) | undefined;

  constructor(options: LeaseOptions) {
    this.#options = options;
    this.#renewalsLeft = options.maxRenewals;
    this.#term = createTerm(options.timeoutMs, options.fromMs);
    this.#renewAtMs = this.#term.halfMs;
    this.#arm();
  }

  /** The end of it, in milliseconds since 1970. */
  get deadlineMs(): number {
    return this.#term.deadlineMs;
  }

  /** From then on nothing may be sent: what is left is for the job's outcome. In milliseconds since 1970. */
  get sendUntilMs(): number {
    return this.#term.sendUntilMs;
  }

  /** Aborts when the work must end. */
  get endOfWork(): AbortLike {
    return this.#work;
  }

  /** Aborts when the outcome can wait for the work no longer. */
  get endOfPatience(): AbortLike {
    return this.#patience;
  }

  /** The engine gave so much time, counted from the moment in which it was asked; in milliseconds. */
  extended(timeoutMs: number, askedAtMs: number): void {
    this.#term = createTerm(timeoutMs, askedAtMs);
    this.#renewAtMs = this.#term.halfMs;
    this.#arm();
  }

  /** Ends the work now. */
  endWork(): void {
    this.#work.abort();
    this.#arm();
  }

  /** The work is over: the lease is renewed no more, and keeps no timer. */
  release(): void {
    if (this.#released) return;
    this.#released = true;
    this.#cancelTimer?.();
  }

  async #tryRenewal(): Promise<void> {
    const { clock, renew } = this.#options;
    this.#renewAtMs = Infinity;
    const askedAtMs = clock.nowMs();
    const { timeoutMs } = this.#term;
    const renewal = await renew(timeoutMs);
    if (this.#released) return;
    switch (renewal) {
      case 'renewed':
        this.#renewalsLeft -= 1;
        this.extended(timeoutMs, askedAtMs);
        break;
      case 'gone':
        this.endWork();
        break;
      case 'failed':
        this.#renewAtMs = clock.nowMs() + Math.max(MIN_RENEWAL_PAUSE_MS, (this.#term.sendUntilMs - clock.nowMs()) / 2);
        this.#arm();
        break;
      default:
        renewal satisfies never;
    }
  }

  #nextMs(): number {
    const { patienceUntilMs, workUntilMs } = this.#term;
    if (this.#work.aborted) return patienceUntilMs;
    return this.#renewalsLeft > 0 ? Math.min(this.#renewAtMs, workUntilMs) : workUntilMs;
  }

  /** A field, so that no function is made for each timer. */
  readonly #onTimer = (): void => {
    const nowMs = this.#options.clock.nowMs();
    const { patienceUntilMs, workUntilMs } = this.#term;
    if (nowMs >= patienceUntilMs) {
      this.#work.abort();
      this.#patience.abort();
      return;
    }
    if (nowMs >= workUntilMs) this.#work.abort();
    else if (this.#renewalsLeft > 0 && nowMs >= this.#renewAtMs) void this.#tryRenewal();
    this.#arm();
  };

  #arm(): void {
    this.#cancelTimer?.();
    const { clock } = this.#options;
    if (!this.#released) this.#cancelTimer = clock.after(this.#nextMs() - clock.nowMs(), this.#onTimer);
  }
}

/** The moments of one span of time that the engine gave. */
type Term = ReturnType<typeof createTerm>;

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
