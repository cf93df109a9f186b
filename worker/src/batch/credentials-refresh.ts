/** Gets new credentials once for all calls that found the old ones over. */
export class CredentialsRefresh {
  readonly #refresh: (() => Promise<unknown>) | undefined;
  #refreshing: Promise<void> | undefined;
  /** Counts the credentials; a call notes it when it starts. */
  #generation = 0;

  constructor(refresh: (() => Promise<unknown>) | undefined) {
    this.#refresh = refresh;
  }

  get generation(): number {
    return this.#generation;
  }

  /**
   * True when there are newer credentials than those of the given generation, which were over.
   * False where none can be got.
   */
  async renew(generation: number): Promise<boolean> {
    if (this.#refresh === undefined) return false;
    if (generation < this.#generation) return true;
    this.#refreshing ??= this.#run(this.#refresh);
    try {
      await this.#refreshing;
      return true;
    } catch {
      return false;
    }
  }

  async #run(refresh: () => Promise<unknown>): Promise<void> {
    try {
      await refresh();
      this.#generation += 1;
    } finally {
      this.#refreshing = undefined;
    }
  }
}
