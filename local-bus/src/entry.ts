/** One entry as the client sent it. */
export interface SentEntry {
  readonly eventBusName?: string;
  readonly source?: string;
  readonly detailType?: string;
  readonly detail?: string;
  readonly resources: readonly string[];
  /** Milliseconds since 1970. */
  readonly time?: number;
  readonly traceHeader?: string;
}

/** Why one entry of an otherwise good call failed. */
export interface EntryError {
  /** For example `ThrottlingException`. */
  readonly code: string;
  readonly message: string;
}
