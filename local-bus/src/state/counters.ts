/** Sums since the start, or since the last `reset`. */
export interface CallCounts {
  /** PutEvents calls that reached the operation, whatever their answer. */
  readonly calls: number;
  /** Their entries. */
  readonly entries: number;
  readonly accepted: number;
  readonly lost: number;
  readonly rejected: number;
  /** TCP connections opened. */
  readonly connections: number;
}

type Writable<T> = { -readonly [Name in keyof T]: T[Name] };

const ZERO: CallCounts = { calls: 0, entries: 0, accepted: 0, lost: 0, rejected: 0, connections: 0 };

export class Counters {
  #counts: Writable<CallCounts> = { ...ZERO };

  add(name: keyof CallCounts, amount = 1): void {
    this.#counts[name] += amount;
  }

  read(): CallCounts {
    return { ...this.#counts };
  }

  reset(): void {
    this.#counts = { ...ZERO };
  }
}
