/** A clock that is off by so much or more is corrected, in milliseconds; the SDK draws the same line. */
// https://github.com/aws/aws-sdk-js-v3/blob/main/packages/core/src/submodules/httpAuthSchemes/utils/isClockSkewed.ts
const TOLERATED_MS = 240_000;

/** What to add to this machine's clock to get AWS's. */
export class ClockSkew {
  #offsetMs = 0;

  get offsetMs(): number {
    return this.#offsetMs;
  }

  /**
   * Learns from the `Date` header of a refusal. True where the call was signed with a wrong time, so that it may now pass.
   * @param signedOffsetMs what it was signed with: another refusal may have corrected the clock since
   */
  learn(dateHeader: string | undefined, nowMs: number, signedOffsetMs: number): boolean {
    const theirMs = Date.parse(dateHeader ?? '');
    if (Number.isNaN(theirMs) || Math.abs(theirMs - (nowMs + signedOffsetMs)) < TOLERATED_MS) return false;
    this.#offsetMs = theirMs - nowMs;
    return true;
  }
}
