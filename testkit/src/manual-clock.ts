import { systemClock, type Clock } from '../../worker/src/runtime/clock.ts';

interface Sleeper {
  readonly atMs: number;
  readonly wake: () => void;
}

/** A clock that stands still until a test moves it. */
export class ManualClock implements Clock {
  #nowMs: number;
  readonly #sleepers = new Set<Sleeper>();

  constructor(nowMs = Date.UTC(2026, 10, 23, 10)) {
    this.#nowMs = nowMs;
  }

  nowMs(): number {
    return this.#nowMs;
  }

  /** Turns are Node's own: they take no time. */
  soon(run: () => void): void {
    systemClock.soon(run);
  }

  after(ms: number, run: () => void): () => void {
    const wake = (): void => {
      this.#sleepers.delete(sleeper);
      run();
    };
    const sleeper: Sleeper = { atMs: this.#nowMs + Math.max(0, ms), wake };
    this.#sleepers.add(sleeper);
    return () => void this.#sleepers.delete(sleeper);
  }

  /** Lets all that can go on go on, without moving the time. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }

  /** Moves the time, waking each sleeper at its own moment. */
  async advance(ms: number): Promise<void> {
    const endMs = this.#nowMs + ms;
    await this.settle();
    for (let next = this.#next(); next !== undefined && next.atMs <= endMs; next = this.#next()) {
      await this.#wake(next);
    }
    this.#nowMs = endMs;
    await this.settle();
  }

  /** Moves the time from sleeper to sleeper until the promise settles. Rejects where it never would. */
  async until<Value>(promise: Promise<Value>): Promise<Value> {
    let isSettled = false;
    void promise.then(
      () => (isSettled = true),
      () => (isSettled = true),
    );
    for (let turns = 0; ; turns += 1) {
      await this.settle();
      // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- it is assigned while this waits, unseen by the compiler
      if (isSettled) return promise;
      const next = this.#next();
      if (next === undefined) throw new Error('The promise waits for something that time alone does not bring.');
      if (turns > 100_000) throw new Error('The promise does not settle, however far time goes.');
      await this.#wake(next);
    }
  }

  /** Timers that are set. */
  get sleeping(): number {
    return this.#sleepers.size;
  }

  #next(): Sleeper | undefined {
    let first: Sleeper | undefined;
    for (const sleeper of this.#sleepers) if (first === undefined || sleeper.atMs < first.atMs) first = sleeper;
    return first;
  }

  async #wake(sleeper: Sleeper): Promise<void> {
    this.#nowMs = Math.max(this.#nowMs, sleeper.atMs);
    sleeper.wake();
    await this.settle();
  }
}
