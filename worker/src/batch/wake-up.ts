import type { Scheduler } from './scheduler.ts';

/** One timer, set to the next moment at which there is something to do. */
export class WakeUp {
  readonly #scheduler: Scheduler;
  readonly #run: () => void;
  #timer: { readonly atMs: number; readonly cancel: () => void } | undefined;

  constructor(scheduler: Scheduler, run: () => void) {
    this.#scheduler = scheduler;
    this.#run = run;
  }

  /** A timer that is set to an earlier moment stays: to look once too often costs less than to set it anew each time. */
  setAt(atMs: number, nowMs: number): void {
    if (atMs === Infinity || (this.#timer !== undefined && this.#timer.atMs <= atMs)) return;
    this.cancel();
    const cancel = this.#scheduler.after(atMs - nowMs, () => {
      this.#timer = undefined;
      this.#run();
    });
    this.#timer = { atMs, cancel };
  }

  cancel(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
  }
}
