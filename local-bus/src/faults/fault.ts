import type { EntryError, SentEntry } from '../entry.ts';
import type { OptionTable, OptionValues } from './option.ts';
import type { Schedule } from './schedule.ts';

/** One call while it is answered: what a fault may do to it. */
export interface Exchange {
  readonly operation: string;
  /** Entries of a PutEvents call; 1 for any other. */
  readonly entryCount: number;
  /** ARN of who called. */
  readonly principalArn: string;
  /** ARNs of what the call is about: the bus of each entry, the role. */
  readonly resourceArns: readonly string[];
  /** Waits; rejects when the client leaves or the bus closes. */
  sleep(delayMs: number): Promise<void>;
  /** Keeps the client waiting until it leaves or the bus closes. */
  hold(): Promise<void>;
  /** Cuts the TCP connection. */
  cut(): void;
  /** Answers with an AWS error. */
  fail(name: string, message: string, status: number): void;
  /** Answers with a body of any kind. */
  respond(status: number, contentType: string, body: string): void;
}

/** What a fault does where it strikes. A hook that answers the call returns true. */
export interface FaultHooks {
  /** Before the operation runs. */
  before?(exchange: Exchange): boolean | Promise<boolean>;
  /** After it ran, before its answer is sent. */
  after?(exchange: Exchange): boolean | Promise<boolean>;
  /** For one entry, before it is judged. */
  entry?(entry: SentEntry): EntryError | undefined;
}

export interface FaultWorld {
  now(): number;
}

/** A kind of fault: its name, options and making. */
export interface FaultKind<Name extends string = string, Table extends OptionTable = OptionTable> {
  readonly name: Name;
  readonly summary: string;
  readonly options: Table;
  /** Whether its schedule counts calls or single entries. */
  readonly counts: 'calls' | 'entries';
  /** How often it strikes when nobody says; default once. */
  readonly defaultTimes?: number;
  build(options: OptionValues<Table>, world: FaultWorld): FaultHooks;
}

/** Declares a kind; its options give `build` its types. */
export function defineFault<const Name extends string, const Table extends OptionTable>(
  kind: FaultKind<Name, Table>,
): FaultKind<Name, Table> {
  return kind;
}

/** What a caller writes to script a fault of one kind. */
export type SpecOf<Kind> =
  Kind extends FaultKind<infer Name, infer Table>
    ? { readonly kind: Name } & Partial<OptionValues<Table>> & Partial<Schedule>
    : never;
