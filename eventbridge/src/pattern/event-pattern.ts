import { parseExactJson, type ExactObject } from '../exact-json.ts';
import { MAX_DETAIL_DEPTH } from '../fields/detail.ts';
import type { JsonSyntaxProblem } from '../json-text.ts';
import { leavesOf, Paths } from './event-leaves.ts';
import { FieldLeaves, matchesCombination } from './match-combination.ts';
import { PatternProblem, show } from './matcher.ts';
import { readPattern } from './read-pattern.ts';
import { isTooComplex } from './wildcard-complexity.ts';

/** Of a pattern's text. */
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html
export const MAX_EVENT_PATTERN_CHARS = 4096;

/** Levels of objects and lists that a pattern may have. */
// https://github.com/aws/event-ruler (2.1.0, the limit of its JSON parser)
const MAX_PATTERN_LEVELS = 1000;

/** Levels of an event: those of its detail, and the envelope. */
const MAX_EVENT_LEVELS = MAX_DETAIL_DEPTH + 1;

/** A parsed event pattern. */
export interface EventPattern {
  /** True when the event, the whole envelope, fits. */
  matches(event: MatchableEvent): boolean;
}

/** An event as patterns are matched against it: to the digit, whatever its JSON text says. */
export interface MatchableEvent {
  readonly root: ExactObject;
}

export type EventPatternResult =
  { readonly ok: true; readonly pattern: EventPattern } | { readonly ok: false; readonly message: string };

export type MatchableEventResult =
  { readonly ok: true; readonly event: MatchableEvent } | { readonly ok: false; readonly message: string };

/** Reads the JSON text of an event with its envelope. Numbers keep their digits, of a key given twice both values count. */
export function parseMatchableEvent(text: string): MatchableEventResult {
  const parsed = parseExactJson(text, MAX_EVENT_LEVELS);
  if (!parsed.ok) return { ok: false, message: notJson('event', parsed.problem) };
  if (parsed.value.kind !== 'object')
    return { ok: false, message: `The event must be a JSON object: found ${show(parsed.value)}.` };
  return { ok: true, event: { root: parsed.value } };
}

/** Reads the text of an event pattern; what is wrong comes back in AWS's words, with the path of the field. */
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
export function parseEventPattern(text: string): EventPatternResult {
  if (text.length > MAX_EVENT_PATTERN_CHARS) {
    return {
      ok: false,
      message: `The pattern is too long: found ${text.length} characters. Write at most ${MAX_EVENT_PATTERN_CHARS}.`,
    };
  }
  const parsed = parseExactJson(text, MAX_PATTERN_LEVELS);
  if (!parsed.ok) return { ok: false, message: notJson('pattern', parsed.problem) };
  const { value } = parsed;
  if (value.kind !== 'object')
    return { ok: false, message: `Filter is not an object: found ${show(value)}. Write {"source": ["..."]}.` };
  const combinations = readPattern(value);
  if (combinations instanceof PatternProblem) return { ok: false, message: combinations.message };
  if (isTooComplex(combinations)) {
    return {
      ok: false,
      message:
        'Rule is too complex - try using fewer wildcard characters or fewer repeating character sequences after a wildcard character.',
    };
  }
  const paths = new Paths(combinations.flatMap((fields) => [...fields.keys()]));
  const inOrder = combinations.map((fields) => [...fields.values()].sort((a, b) => (a.path < b.path ? -1 : 1)));
  return {
    ok: true,
    pattern: {
      matches({ root }) {
        const leaves = new FieldLeaves(leavesOf(root, paths));
        return inOrder.some((fields) => matchesCombination(fields, leaves));
      },
    },
  };
}

function notJson(what: string, { line, column, reason }: JsonSyntaxProblem): string {
  return `The ${what} cannot be read as JSON (line ${line}, column ${column}): found ${reason}.`;
}
