import type { Clock } from '../../runtime/clock.ts';

interface ModelTimer {
  readonly atMs: number;
  readonly run: () => void;
}

/** Time that moves only when a test says so; turns and timers run in the order in which Node would run them. */
export class ModelClock implements Clock {
  #nowMs = 1_000_000;
  #turns: (() => void)[] = [];
  readonly #timers = new Set<ModelTimer>();

  nowMs(): number {
    return this.#nowMs;
  }

  soon(run: () => void): void {
    this.#turns.push(run);
  }

  after(delayMs: number, run: () => void): () => void {
    const timer = { atMs: this.#nowMs + Math.max(0, delayMs), run };
    this.#timers.add(timer);
    return () => {
      this.#timers.delete(timer);
    };
  }

  /** Timers that are set. */
  get timers(): number {
    return this.#timers.size;
  }

  /** Runs what was asked for soon, and what that asks for, until nothing is left; the time stands still. */
  async settle(): Promise<void> {
    await microtasks();
    while (this.#turns.length > 0) {
      for (const run of this.#turns.splice(0)) {
        run();
        await microtasks();
      }
    }
  }

  /** Lets time pass, with all that happens meanwhile. */
  async advance(byMs: number): Promise<void> {
    const untilMs = this.#nowMs + byMs;
    await this.settle();
    for (let next = this.#nextTimer(untilMs); next !== undefined; next = this.#nextTimer(untilMs)) {
      this.#timers.delete(next);
      this.#nowMs = next.atMs;
      next.run();
      await this.settle();
    }
    this.#nowMs = untilMs;
  }

  #nextTimer(untilMs: number): ModelTimer | undefined {
    let first: ModelTimer | undefined;
    for (const timer of this.#timers) {
      if (timer.atMs <= untilMs && (first === undefined || timer.atMs < first.atMs)) first = timer;
    }
    return first;
  }
}

/** Longer than any chain of promises in this room. */
async function microtasks(): Promise<void> {
  for (let i = 0; i < 30; i++) await Promise.resolve();
}
