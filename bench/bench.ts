/** A benchmark: a folder of `bench/` whose `bench.ts` has this as its default export. */
export interface Bench {
  /** One line for the list. */
  readonly summary: string;
  /** What `--help` prints below the name: options with unit and default. */
  readonly usage: string;
  /** Prints its table. Rejects with a `UsageError` where the arguments make no sense. */
  run(args: readonly string[]): Promise<void>;
}

/** What the user typed makes no sense; the message says what to type instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
