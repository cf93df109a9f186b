import fc from 'fast-check';
import type { Expressions, Weighted } from './expression.ts';
import * as collections from './flat/collections.ts';
import * as patterns from './flat/patterns.ts';
import * as scalars from './flat/scalars.ts';
import * as temporals from './flat/temporals.ts';
import type { Kind } from './functions.ts';

const flat = { ...collections, ...patterns, ...scalars, ...temporals };

/** What stands for a kind where nothing may be nested. */
export const FLAT: Readonly<Record<Kind, Expressions>> = {
  any: fc.oneof(flat.flatNumber, flat.flatText, flat.flatBoolean, flat.flatNothing, flat.flatList, flat.flatContext),
  number: flat.flatNumber,
  smallNumber: flat.smallNumber,
  scale: flat.scale,
  text: flat.flatText,
  subject: flat.subject,
  pattern: flat.pattern,
  flags: flat.flags,
  replacement: flat.replacement,
  boolean: flat.flatBoolean,
  temporal: fc.oneof(flat.flatDate, flat.flatTime, flat.flatDateTime, flat.flatDayTime, flat.flatYearMonth),
  date: flat.flatDate,
  time: flat.flatTime,
  dateTime: flat.flatDateTime,
  dayTime: flat.flatDayTime,
  yearMonth: flat.flatYearMonth,
  list: flat.flatList,
  numbers: flat.flatNumbers,
  texts: flat.flatTexts,
  booleans: flat.flatBooleans,
  lists: flat.flatLists,
  contexts: flat.flatContexts,
  context: flat.flatContext,
  range: flat.flatRange,
};

/** Kinds that stay flat: a pattern or a place that is computed would seldom be one. */
export const ALWAYS_FLAT: readonly Kind[] = [
  'smallNumber',
  'scale',
  'subject',
  'pattern',
  'flags',
  'replacement',
  'range',
];

/** Expressions of a kind, nested or not. */
export type Tie = (kind: Kind) => Expressions;

/** What kinds can be besides flat values and calls. */
export type Forms = Partial<Readonly<Record<Kind, (tie: Tie) => readonly Weighted[]>>>;
