import type { Json } from '../json.ts';

/** What an expression gave. It is a value in every case: no expression makes the evaluation throw. */
export type FeelResult = FeelOk | FeelFailed | FeelUnknown;

export interface FeelOk {
  readonly status: 'ok';
  /** The value as the engine would store it: dates, times and durations are text. */
  readonly value: Json;
  /** Problems at run time, each with its place; the engine gives null for them and goes on. */
  readonly warnings: readonly string[];
}

export interface FeelFailed {
  readonly status: 'failed';
  readonly message: string;
  /** True: a bound of this evaluation was exceeded. What the engine does with the expression is not known. */
  readonly isBound?: true;
  /** Where in the text as handed in, the leading `=` included; absent when no place can be told. */
  readonly position?: FeelPosition;
}

/** The expression uses something that this evaluation lacks or cannot do as the engine does. It is never wrong. */
export interface FeelUnknown {
  readonly status: 'unknown';
  readonly message: string;
}

/** Offsets in UTF-16 units, `to` excluded. */
export interface FeelPosition {
  readonly from: number;
  readonly to: number;
}
