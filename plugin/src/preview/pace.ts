/** Work that takes no longer than this is done with each key stroke, in milliseconds. */
const LIGHT_MS = 25;

/** Work that takes longer than this waits until the typing stops, in milliseconds. */
const HEAVY_MS = 100;

/** Pause before work that is not light, as many times as long as it takes, at most so many milliseconds. */
const PAUSE_FACTOR = 3;
const MAX_PAUSE_MS = 1_500;

/**
 * Runs work off the typing path: after the frame that shows what was typed, once for all that came meanwhile. What takes
 * longer runs seldom enough to leave the page three quarters of the time, and what is heavy once the typing stops.
 */
export class Pace {
  readonly #work: () => Promise<void>;
  #frame: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What the last two runs took: the shorter one is the work, the rest is what else the machine did. */
  #lastMs: readonly [number, number] = [0, 0];
  #isRunning = false;
  #isDue = false;

  constructor(work: () => Promise<void>) {
    this.#work = work;
  }

  due(): void {
    if (this.#isRunning) {
      this.#isDue = true;
      return;
    }
    const takesMs = Math.min(...this.#lastMs);
    if (takesMs <= LIGHT_MS) {
      // a task of its own behind the frame: the key stroke is painted first
      this.#frame ??= requestAnimationFrame(() => {
        this.#frame = undefined;
        this.#timer ??= setTimeout(() => this.#run());
      });
      return;
    }
    if (takesMs > HEAVY_MS) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
    }
    this.#timer ??= setTimeout(() => this.#run(), Math.min(MAX_PAUSE_MS, takesMs * PAUSE_FACTOR));
  }

  stop(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
  }

  #run(): void {
    this.#timer = undefined;
    this.#isRunning = true;
    const began = performance.now();
    void this.#work().finally(() => {
      this.#lastMs = [performance.now() - began, this.#lastMs[0]];
      this.#isRunning = false;
      if (!this.#isDue) return;
      this.#isDue = false;
      this.due();
    });
  }
}
