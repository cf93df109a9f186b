import type { JsonObject } from '@eventbridge-kit/issue';

/** The one field that is passed on as JSON: its numbers must not be rounded. */
const DETAIL = ['input', 'detail'] as const;

/**
 * Reads a job's variables as the engine writes them.
 *
 * Camunda has integers of 64 bits, JavaScript's numbers are exact up to 2^53. A detail with a larger one, such as an order
 * number, is kept as the JSON text that the engine wrote, which the task's field takes as well.
 */
export function parseVariables(text: string): JsonObject {
  const variables = JSON.parse(text) as JsonObject;
  // Fewer digits are always exact, and nearly every job has no more.
  if (!/\d{16}/.test(text)) return variables;
  const [group, field] = DETAIL;
  const input = variables[group];
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return variables;
  const detail = memberText(memberText(text, group) ?? '', field);
  if (detail?.startsWith('{') !== true || !holdsLargeInteger(detail)) return variables;
  return { ...variables, [group]: { ...input, [field]: detail } };
}

/** A string, a number or a punctuator. Digits and brackets inside of a string belong to the string. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[[\]{}:,]/g;

/** A member of an object or an array, as text. */
interface Member {
  /** The name as it is written; undefined in an array. */
  readonly name: string | undefined;
  readonly text: string;
}

/** The members of an object or an array. The text must be JSON. */
function* members(json: string): Generator<Member> {
  let depth = 0;
  let start = 0;
  let previous: string | undefined;
  let name: string | undefined;
  for (const { 0: token, index } of json.matchAll(TOKEN)) {
    const isEnd = depth === 1 && (token === ',' || token === '}' || token === ']');
    if (isEnd && previous !== undefined) {
      yield { name, text: json.slice(start, index).trim() };
      start = index + 1;
      name = undefined;
    }
    if (depth === 0) start = index + 1;
    else previous = token;
    if (depth === 1 && token === ':') {
      name = json.slice(start, index).trim();
      start = index + 1;
    }
    if (token === '{' || token === '[') depth += 1;
    if (token === '}' || token === ']') depth -= 1;
  }
}

/** The text of an object's member; of two with the same name the last one, as in `JSON.parse`. */
export function memberText(json: string, name: string): string | undefined {
  let found: string | undefined;
  for (const member of members(json)) {
    if (member.name !== undefined && isName(member.name, name)) found = member.text;
  }
  return found;
}

/** The texts of an array's items. */
export function itemTexts(json: string): string[] {
  return [...members(json)].map(({ text }) => text);
}

function isName(token: string, name: string): boolean {
  return token.startsWith('"') && JSON.parse(token) === name;
}

function holdsLargeInteger(json: string): boolean {
  for (const { 0: token } of json.matchAll(TOKEN)) {
    if (isRoundedInteger(token)) return true;
  }
  return false;
}

/** Whether a token is an integer that a JavaScript number would round. Fewer than 16 digits are always exact. */
export function isRoundedInteger(token: string): boolean {
  return /^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token));
}
