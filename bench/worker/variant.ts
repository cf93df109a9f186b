/** One way to send events. It runs in a process of its own. */
export interface Variant {
  /** What the table says of it. */
  readonly summary: string;
  /** Events that one `send` takes at most; 1 for all but the floor. */
  readonly maxEventsPerSend: number;
  /** Called once a process. */
  open(endpoint: string): Promise<Send>;
}

/** Sends so many events and waits for the answer. Rejects where they were not accepted. */
export type Send = (events: number) => Promise<void>;
