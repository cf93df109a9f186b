import type { JsonObject } from '@eventbridge-kit/connector';

/** The one field whose JSON travels on as it is: what it holds must not be rounded on the way. */
const DETAIL = ['input', 'detail'] as const;

/**
 * Reads a job's variables as the engine writes them.
 *
 * Camunda knows integers of 64 bits, JavaScript's numbers are exact up to 2^53. A detail that holds a larger one, such as
 * an order number, is kept as the JSON text that the engine wrote; the task's field takes JSON text as well.
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

/** A string, a number or a bracket, whichever comes first; strings hide what stands in them. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[[\]{}:,]/g;

/** The text of an object's member, from JSON text that is known to be right; undefined where it has none. */
function memberText(json: string, name: string): string | undefined {
  let depth = 0;
  let start: number | undefined;
  let previous: string | undefined;
  let found: string | undefined;
  for (const { 0: token, index } of json.matchAll(TOKEN)) {
    if (depth === 1 && start !== undefined && (token === ',' || token === '}')) {
      found = json.slice(start, index).trim();
      start = undefined;
    }
    if (depth === 1 && token === ':' && previous !== undefined && isName(previous, name)) start = index + 1;
    if (token === '{' || token === '[') depth += 1;
    if (token === '}' || token === ']') depth -= 1;
    previous = token;
  }
  return found;
}

function isName(token: string, name: string): boolean {
  return token.startsWith('"') && JSON.parse(token) === name;
}

function holdsLargeInteger(json: string): boolean {
  for (const { 0: token } of json.matchAll(TOKEN)) {
    if (/^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token))) return true;
  }
  return false;
}
