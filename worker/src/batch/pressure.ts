/** Whether too much waits to be sent, for whoever fetches jobs. */
export interface Pressure {
  /** True from the moment the budget is used up until a quarter of it is free again. */
  readonly high: boolean;
  /** Calls the listener on each change. Gives a function that ends it. */
  onChange(listener: (high: boolean) => void): () => void;
}

/** Counts bytes of entries that have no result yet. */
export class ByteBudget implements Pressure {
  readonly #maxBytes: number;
  readonly #listeners = new Set<(high: boolean) => void>();
  #bytes = 0;
  #high = false;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get high(): boolean {
    return this.#high;
  }

  get bytes(): number {
    return this.#bytes;
  }

  onChange(listener: (high: boolean) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  add(bytes: number): void {
    this.#bytes += bytes;
    if (!this.#high && this.#bytes >= this.#maxBytes) this.#set(true);
  }

  remove(bytes: number): void {
    this.#bytes -= bytes;
    if (this.#high && this.#bytes <= this.#maxBytes * 0.75) this.#set(false);
  }

  #set(high: boolean): void {
    this.#high = high;
    for (const listener of this.#listeners) listener(high);
  }
}
