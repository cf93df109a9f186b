import { type Json, type JsonObject } from '@eventbridge-kit/issue';

/** What reading a job's value gave: the typed value, or what is wrong with it. */
export type ReadResult<T> = { readonly ok: true; readonly value: T } | ReadFailure;

export interface ReadFailure {
  readonly ok: false;
  readonly rule: 'wrong-type' | 'unknown-choice';
  /** Continues the field's label: `must be a list of strings`. */
  readonly wrong: string;
  /** What to write instead, as an order: `write a FEEL list, for example = ["a"]`. */
  readonly instead: string;
  /** The offending part where it is not the whole value. */
  readonly found?: Json;
}

/**
 * How the value of one input looks in a job: its type for `JobInput`, its check for `parseJobInput`. A reader never
 * throws, whatever JSON it is given.
 */
export interface JobValue<out T> {
  /** What a reader of the reference page is told to enter: `a list of strings`. */
  readonly expects: string;
  readonly read: (value: Json) => ReadResult<T>;
  /** JSON Schema of what is read, for `jobSchema`; may refer to `#/definitions/Json` and `JsonObject`. Default: any value. */
  readonly schema?: JsonObject;
}

/** The type a `JobValue` gives. */
export type ValueOf<V> = V extends JobValue<infer T> ? T : never;

export function ok<T>(value: T): ReadResult<T> {
  return { ok: true, value };
}

export function wrongType(expects: string, instead: string, found?: Json): ReadFailure {
  return {
    ok: false,
    rule: 'wrong-type',
    wrong: `must be ${expects}`,
    instead,
    ...(found !== undefined && { found }),
  };
}
