import type { Json, JsonObject } from '@eventbridge-kit/issue';
import { scanJsonText } from '../json-text.ts';
import { PatternProblem, show, type Leaf, type Matcher } from './matcher.ts';
import { OPERATORS } from './operators/index.ts';
import { parseExact } from './operators/exact.ts';

/** Of a pattern's text. */
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html
export const MAX_EVENT_PATTERN_CHARS = 4096;

/** Levels that a pattern of that length can have at most, so that none is refused for its depth alone. */
const MAX_LEVELS = MAX_EVENT_PATTERN_CHARS;

/** A parsed event pattern. */
export interface EventPattern {
  /** True when the event, the whole envelope, fits. */
  matches(event: JsonObject): boolean;
}

export type EventPatternResult =
  { readonly ok: true; readonly pattern: EventPattern } | { readonly ok: false; readonly message: string };

/** One level of a pattern: every field must match, and of each `$or` one alternative. */
interface Level {
  readonly fields: readonly (readonly [name: string, test: FieldTest])[];
  readonly alternatives: readonly (readonly Level[])[];
}

/** A field is tested by the values below it, or by the level of a nested object. */
type FieldTest = (value: Json | undefined) => boolean;

/** Reads the text of an event pattern; what is wrong comes back with the path of the field. */
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
export function parseEventPattern(text: string): EventPatternResult {
  if (text.length > MAX_EVENT_PATTERN_CHARS) {
    return {
      ok: false,
      message: `The pattern is too long: found ${text.length} characters. Write at most ${MAX_EVENT_PATTERN_CHARS}.`,
    };
  }
  const scanned = scanJsonText(text, MAX_LEVELS);
  if (!scanned.ok) {
    const { line, column, reason } = scanned.problem;
    return { ok: false, message: `The pattern is not JSON (line ${line}, column ${column}): found ${reason}.` };
  }
  const value = JSON.parse(text) as Json;
  const level = isObject(value)
    ? parseLevel(value, '')
    : new PatternProblem(`The pattern must be an object: found ${show(value)}.`);
  if (level instanceof PatternProblem) return { ok: false, message: level.message };
  return { ok: true, pattern: { matches: (event) => matchesLevel(level, event) } };
}

function parseLevel(object: JsonObject, path: string): Level | PatternProblem {
  const fields: [string, FieldTest][] = [];
  const alternatives: Level[][] = [];
  for (const [name, value] of Object.entries(object)) {
    const at = path === '' ? name : `${path}.${name}`;
    if (name === '$or') {
      const parsed = parseAlternatives(value, at);
      if (parsed instanceof PatternProblem) return parsed;
      alternatives.push(parsed);
    } else {
      const test = parseField(value, at);
      if (test instanceof PatternProblem) return test;
      fields.push([name, test]);
    }
  }
  if (fields.length + alternatives.length === 0)
    return new PatternProblem(`Empty objects are not allowed: found {} at ${path === '' ? 'the top' : path}.`);
  return { fields, alternatives };
}

function parseAlternatives(value: Json, at: string): Level[] | PatternProblem {
  if (!Array.isArray(value) || value.length < 2)
    return new PatternProblem(`${at} must be a list of two or more objects: found ${show(value)}.`);
  const levels: Level[] = [];
  for (const [index, item] of value.entries()) {
    const level = isObject(item)
      ? parseLevel(item, `${at}[${index}]`)
      : new PatternProblem(`${at}[${index}] must be an object: found ${show(item)}.`);
    if (level instanceof PatternProblem) return level;
    levels.push(level);
  }
  return levels;
}

function parseField(value: Json, at: string): FieldTest | PatternProblem {
  if (isObject(value)) {
    const level = parseLevel(value, at);
    return level instanceof PatternProblem ? level : (inner) => matchesLevel(level, inner);
  }
  if (!Array.isArray(value))
    return new PatternProblem(`${at} must be an object or an array: found ${show(value)}. Write [${show(value)}].`);
  if (value.length === 0) return new PatternProblem(`Empty arrays are not allowed: found [] at ${at}.`);
  const matchers: Matcher[] = [];
  for (const item of value) {
    const matcher = isObject(item) ? parseMatchType(item) : parseExact(item);
    if (matcher instanceof PatternProblem) return new PatternProblem(`${matcher.message} (at ${at})`);
    matchers.push(matcher);
  }
  return (inner) => matchesLeaves(matchers, inner);
}

function parseMatchType(object: JsonObject): Matcher | PatternProblem {
  const [[name, argument] = ['', null], ...more] = Object.entries(object);
  if (more.length > 0)
    return new PatternProblem(`Only one key is allowed in a match expression: found ${show(object)}.`);
  const operator = OPERATORS.find((one) => one.name === name);
  if (!operator)
    return new PatternProblem(
      `Unrecognized match type ${name}. Write one of ${OPERATORS.map((one) => one.name).join(', ')}.`,
    );
  return operator.parse(argument);
}

/** In a list of objects, one and the same object must match the whole level. */
function matchesLevel(level: Level, value: Json | undefined): boolean {
  if (Array.isArray(value) && value.length > 0) return value.some((item) => matchesLevel(level, item));
  const object = isObject(value) ? value : {};
  return (
    level.fields.every(([name, test]) => test(Object.hasOwn(object, name) ? object[name] : undefined)) &&
    level.alternatives.every((levels) => levels.some((one) => matchesLevel(one, object)))
  );
}

/** One value of a list is enough; objects have no value of their own. */
function matchesLeaves(matchers: readonly Matcher[], value: Json | undefined): boolean {
  const leaves = leavesOf(value);
  const tested: readonly (Leaf | undefined)[] = leaves.length === 0 ? [undefined] : leaves;
  return tested.some((leaf) => matchers.some((matches) => matches(leaf)));
}

function leavesOf(value: Json | undefined): Leaf[] {
  if (value === undefined || isObject(value)) return [];
  return Array.isArray(value) ? value.flatMap(leavesOf) : [value];
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
