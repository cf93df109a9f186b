/** A clock that is off by more than this is corrected, in milliseconds: signatures are refused from 5 minutes on. */
// https://docs.aws.amazon.com/sdkref/latest/guide/feature-clock-skew.html
const TOLERATED_MS = 240_000;

/** What to add to this machine's clock to get AWS's. */
export class ClockSkew {
  #offsetMs = 0;

  get offsetMs(): number {
    return this.#offsetMs;
  }

  /** Learns from the `Date` header of a refusal. True where the clock was off, so that the same call may now pass. */
  learn(dateHeader: string | undefined, nowMs: number): boolean {
    const theirMs = Date.parse(dateHeader ?? '');
    if (Number.isNaN(theirMs) || Math.abs(theirMs - (nowMs + this.#offsetMs)) < TOLERATED_MS) return false;
    this.#offsetMs = theirMs - nowMs;
    return true;
  }
}
