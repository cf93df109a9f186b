import { BoundExceeded } from './signals.ts';

/** Most that one evaluation may use. */
export interface Limits {
  /** Nodes evaluated and elements looked at, by loops and by functions; text counts a step for each 256 units. */
  readonly maxSteps: number;
  /** Bytes of values made: 2 for a UTF-16 unit, 16 for a list's element, 64 for a context's entry. */
  readonly maxBytes: number;
  /** Levels of nodes, function calls and values within each other. */
  readonly maxDepth: number;
}

/** Some 100 ms and 32 MiB at most, far above what a mapping needs. */
export const DEFAULT_LIMITS: Limits = { maxSteps: 250_000, maxBytes: 32 * 1024 * 1024, maxDepth: 400 };

const TEXT_UNITS_A_STEP = 256;

/** Counts what one evaluation uses. */
export class Budget {
  readonly #limits: Limits;
  readonly #spend: ((steps: number) => boolean) | undefined;
  #steps = 0;
  #bytes = 0;
  #depth = 0;

  /** @param spend a budget that several evaluations share: false where it is used up */
  constructor(limits: Limits, spend?: (steps: number) => boolean) {
    this.#limits = limits;
    this.#spend = spend;
  }

  get used(): { readonly steps: number; readonly bytes: number } {
    return { steps: this.#steps, bytes: this.#bytes };
  }

  step(count = 1): void {
    this.#steps += count;
    if (this.#steps > this.#limits.maxSteps) throw new BoundExceeded('steps', this.#limits.maxSteps);
    if (this.#spend?.(count) === false) throw new BoundExceeded('steps', this.#steps);
  }

  make(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes > this.#limits.maxBytes) throw new BoundExceeded('bytes', this.#limits.maxBytes);
  }

  /** Text that is read through. */
  read(units: number): void {
    this.step(1 + Math.floor(units / TEXT_UNITS_A_STEP));
  }

  /** Text that is made; to be called before. */
  text(units: number): void {
    this.read(units);
    this.make(units * 2);
  }

  /** A list that is made; to be called before. */
  list(length: number): void {
    this.step(length);
    this.make(length * 16);
  }

  entries(count: number): void {
    this.step(count);
    this.make(count * 64);
  }

  /** Goes one level deeper; `leave` comes back. A failure needs no way back: it ends the evaluation. */
  enter(): void {
    this.#depth += 1;
    if (this.#depth > this.#limits.maxDepth) throw new BoundExceeded('depth', this.#limits.maxDepth);
  }

  leave(): void {
    this.#depth -= 1;
  }

  /** Goes one level deeper for as long as `work` takes. */
  within<T>(work: () => T): T {
    this.enter();
    const result = work();
    this.leave();
    return result;
  }

  /** Takes back the level that work was at which failed, and was caught. */
  restoring<T>(work: () => T): T {
    const depth = this.#depth;
    try {
      return work();
    } finally {
      this.#depth = depth;
    }
  }
}
