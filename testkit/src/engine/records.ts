import type { JsonObject } from '@eventbridge-kit/issue';

/** One record of an engine's log: a command, an event that followed from it, or a rejection. */
export interface EngineRecord {
  readonly position: number;
  readonly key: number;
  readonly recordType: 'COMMAND' | 'EVENT' | 'COMMAND_REJECTION';
  /** Kind of thing the record is about, for example `JOB` or `INCIDENT`. */
  readonly valueType: string;
  /** What happened to it, for example `CREATED`. */
  readonly intent: string;
  readonly value: JsonObject;
}

/** A text in a record's value; throws when there is none. */
export function textIn({ value, valueType, intent }: EngineRecord, name: string): string {
  const text = value[name];
  if (typeof text !== 'string') throw new TypeError(`a record ${valueType} ${intent} has no text ${name}`);
  return text;
}

/** True for an event of this kind about one process instance. */
export function isOf(instanceKey: string, valueType: string, intent: string): (record: EngineRecord) => boolean {
  return ({ recordType, value, ...record }) =>
    recordType === 'EVENT' &&
    record.valueType === valueType &&
    record.intent === intent &&
    value['processInstanceKey'] === Number(instanceKey);
}

/** What stands before the JSON in a line that is a record. */
const MARK = 'record ';

/** The record that a line of an engine's output carries, if it does. */
export function recordIn(line: string): EngineRecord | undefined {
  if (!line.startsWith(`${MARK}{`)) return undefined;
  // The engine's own JSON; its shape is its promise.
  return JSON.parse(line.slice(MARK.length)) as EngineRecord;
}

/** Waiting for a record ends a hang, no more: on a busy machine one takes as long as it takes. */
export const HANGS_AFTER_MS = 240_000;

interface Waiting {
  readonly what: string;
  readonly matches: (record: EngineRecord) => boolean;
  readonly found: (record: EngineRecord) => void;
  readonly lost: (error: Error) => void;
}

/** The records of one engine, in order. */
export class RecordLog {
  readonly #records: EngineRecord[] = [];
  readonly #waiting = new Set<Waiting>();
  readonly #onRecord: ((record: EngineRecord) => void) | undefined;

  constructor(onRecord?: (record: EngineRecord) => void) {
    this.#onRecord = onRecord;
  }

  /** Takes a line of the engine's output, which need not hold a record. */
  take(line: string): void {
    const record = recordIn(line);
    if (record === undefined) return;
    this.#records.push(record);
    this.#onRecord?.(record);
    for (const waiting of this.#waiting) {
      if (!waiting.matches(record)) continue;
      this.#waiting.delete(waiting);
      waiting.found(record);
    }
  }

  all(): readonly EngineRecord[] {
    return this.#records;
  }

  /** The first record that matches, there already or yet to come; rejects when it is not there within `withinMs`. */
  async waitFor(
    matches: (record: EngineRecord) => boolean,
    what: string,
    withinMs = HANGS_AFTER_MS,
  ): Promise<EngineRecord> {
    const there = this.#records.find(matches);
    if (there !== undefined) return there;
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<EngineRecord>((found, lost) => {
        const waiting = { what, matches, found, lost };
        this.#waiting.add(waiting);
        timer = setTimeout(() => this.#give(waiting, `not within ${String(withinMs)} ms`), withinMs);
      });
    } finally {
      clearTimeout(timer);
    }
  }

  /** Tells all who wait that nothing more comes. */
  end(why: string): void {
    for (const waiting of this.#waiting) this.#give(waiting, why);
  }

  #give(waiting: Waiting, why: string): void {
    this.#waiting.delete(waiting);
    const last = this.#records.slice(-5).map((record) => `${record.valueType} ${record.intent}`);
    waiting.lost(new Error(`no record of ${waiting.what}: ${why}; the last ones are ${last.join(', ') || 'none'}`));
  }
}
