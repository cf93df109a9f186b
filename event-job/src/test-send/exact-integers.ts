import { parseJson, type Json, type JsonObject } from '@eventbridge-kit/issue';
import { isRoundedInteger, parseVariables } from '../parse-variables.ts';

/** A string or a number of JSON text. Digits inside of a string belong to the string. */
const LEAF = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Start of a string that stands for a bigint; lengthened until no string of the text begins with it. */
const MARK = 'integer:';

/** Reads JSON; an integer that a JavaScript number would round is a bigint. Undefined: it is no JSON. */
export function parseExact(text: string): unknown {
  // Fewer digits are always exact, and nearly no text has more.
  if (!/\d{16}/.test(text)) return parseJson(text);
  const mark = markFor(text);
  const marked = text.replace(LEAF, (leaf) => (isRoundedInteger(leaf) ? JSON.stringify(mark + leaf) : leaf));
  try {
    return JSON.parse(marked, (_key, value: unknown) =>
      typeof value === 'string' && value.startsWith(mark) ? BigInt(value.slice(mark.length)) : value,
    );
  } catch {
    return undefined;
  }
}

/** The JSON text of a value that may hold bigints. */
function exactText(value: Json): string {
  if (!holdsBigint(value)) return JSON.stringify(value);
  const mark = markFor(JSON.stringify(value, (_key, item: unknown) => (typeof item === 'bigint' ? 0 : item)));
  const text = JSON.stringify(value, (_key, item: unknown) => (typeof item === 'bigint' ? `${mark}${item}` : item));
  return text.replaceAll(new RegExp(`"${mark}(-?\\d+)"`, 'g'), '$1');
}

/** Variables as a job has them: the engine writes them as JSON text. */
export function asJobVariables(variables: JsonObject): JsonObject {
  return parseVariables(exactText(variables));
}

/** A value for the screen. One with a bigint becomes its JSON text, since JSON has no other form that is not rounded. */
export function shown(value: Json): Json {
  return holdsBigint(value) ? exactText(value) : value;
}

function markFor(text: string): string {
  let mark = MARK;
  while (text.includes(mark)) mark += ':';
  return mark;
}

function holdsBigint(value: Json | bigint | undefined): boolean {
  if (typeof value === 'bigint') return true;
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(holdsBigint);
}
