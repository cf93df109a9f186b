import type { OptionsOf, OptionTable } from '@eventbridge-kit/node-kit/options';

/** A benchmark: a folder of `bench/` whose `bench.ts` has this as its default export. */
export interface Bench<Table extends OptionTable = OptionTable> {
  /** One line for the list. */
  readonly summary: string;
  readonly options: Table;
  /** What `--help` prints below the options. */
  readonly notes?: string;
  /** Prints its table. Rejects with a `UsageError` where it cannot run as asked. */
  run(options: OptionsOf<Table>): Promise<void>;
}

/** Makes the options' types known to the run. */
export function defineBench<Table extends OptionTable>(bench: Bench<Table>): Bench<Table> {
  return bench;
}

/** Where the workers of a benchmark leave profiles of their CPU time. */
export const PROFILE_FOLDER_DESCRIPTION =
  'Each worker leaves a profile of its CPU time in this folder, for the developer tools of a browser.';

/** What the user asks for cannot be done here; the message says what to do instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
