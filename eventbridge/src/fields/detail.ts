import { count, isBlank, type Issue, type Json, type JsonObject, shorten, foundBlank } from '@eventbridge-kit/issue';
import { eventIssue } from '../event-rules.ts';
import { scanJsonText } from '../json-text.ts';

const FIELD = 'input.detail';

/** Levels of objects and arrays; the detail itself is level 1. */
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html
export const MAX_DETAIL_DEPTH = 1000;

// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html
export const MIN_DETAIL_INTEGER = '-9223372036854775808';

// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html
export const MAX_DETAIL_INTEGER = '9223372036854775807';

/** The integer limits as the doubles that lie on them: every double at or beyond 2^63 is out of range above. */
const TWO_TO_63 = 2 ** 63;

/** A JSON object, or JSON text of one: at most 1000 levels, integers within +-2^63. */
export function checkDetail(value: JsonObject | string): Issue[] {
  return typeof value === 'string' ? checkText(value) : checkValue(value);
}

/** JSON text of the detail without white space. Numbers in a text keep their spelling; text that is no JSON stays as it is. */
export function detailText(value: JsonObject | string): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  const result = scanJsonText(value, MAX_DETAIL_DEPTH);
  return result.ok ? result.scan.compact : value;
}

function checkText(text: string): Issue[] {
  if (isBlank(text)) return [missing(foundBlank(text))];
  const result = scanJsonText(text, MAX_DETAIL_DEPTH);
  if (!result.ok) {
    const { line, column, reason } = result.problem;
    return [
      eventIssue({
        rule: 'detail-not-json',
        field: FIELD,
        wrong: `The event payload is not JSON (line ${line}, column ${column})`,
        found: reason,
        instead: 'Write a JSON object such as {"orderId": 42}, or a FEEL context.',
      }),
    ];
  }
  const { root, depth, tooDeepAt, integerOutOfRange } = result.scan;
  if (root !== 'object') return [notObject(root)];
  const issues: Issue[] = [];
  if (tooDeepAt) issues.push(tooDeep(count(depth, 'level'), ` (line ${tooDeepAt.line}, column ${tooDeepAt.column})`));
  if (integerOutOfRange) {
    const { line, column, text: digits } = integerOutOfRange;
    issues.push(outOfRange(shorten(digits), ` (line ${line}, column ${column})`));
  }
  return issues;
}

/** One container of the walk, with the way to it. */
interface Visit {
  readonly value: Json[] | JsonObject;
  readonly depth: number;
  readonly parent?: Visit;
  readonly key: string | number;
}

/** Walks the value without recursion, and stops at the first level too deep, so that a loop of references ends too. */
function checkValue(root: JsonObject): Issue[] {
  const given: unknown = root;
  if (given === null || given === undefined) return [missing(undefined)];
  if (typeof given !== 'object' || Array.isArray(given))
    return [notObject(Array.isArray(given) ? 'array' : typeof given)];
  const stack: Visit[] = [{ value: root, depth: 1, key: 'detail' }];
  const issues: Issue[] = [];
  for (let visit = stack.pop(); visit; visit = stack.pop()) {
    if (visit.depth > MAX_DETAIL_DEPTH) return [...issues, tooDeep(`more than ${MAX_DETAIL_DEPTH} levels`, '')];
    const { value } = visit;
    // Every job's payload is walked: no pair is made for a member.
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index += 1) visitChild(visit, index, value[index], stack, issues);
    } else {
      for (const key of Object.keys(value)) visitChild(visit, key, value[key], stack, issues);
    }
  }
  return issues;
}

function visitChild(
  parent: Visit,
  key: string | number,
  value: Json | undefined,
  stack: Visit[],
  issues: Issue[],
): void {
  if (typeof value === 'number') {
    const problem = issues.length === 0 ? checkNumber(value, parent, key) : undefined;
    if (problem) issues.push(problem);
  } else if (typeof value === 'object' && value !== null) {
    stack.push({ value, depth: parent.depth + 1, parent, key });
  }
}

function checkNumber(value: number, parent: Visit, key: string | number): Issue | undefined {
  if (!Number.isFinite(value)) {
    return eventIssue({
      rule: 'detail-not-a-number',
      field: FIELD,
      wrong: `JSON has no such number (at ${pathTo(parent, key)})`,
      found: String(value),
      instead: 'Write a finite number, or leave it out.',
    });
  }
  // From 1e21 on JavaScript writes an exponent, and such a number is no integer in JSON text.
  const written = Number.isInteger(value) && Math.abs(value) < 1e21;
  if (!written || (value >= -TWO_TO_63 && value < TWO_TO_63)) return undefined;
  return outOfRange(String(value), ` (at ${pathTo(parent, key)})`);
}

function pathTo(parent: Visit, key: string | number): string {
  const keys = [key];
  for (let visit: Visit | undefined = parent; visit; visit = visit.parent) keys.push(visit.key);
  const [root, ...rest] = keys.reverse();
  const path = rest.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`)).join('');
  return shorten(`${String(root)}${path}`);
}

function missing(found: string | undefined): Issue {
  return eventIssue({
    rule: 'detail-required',
    field: FIELD,
    wrong: 'Event payload is required',
    found,
    instead: 'Write what happened as a FEEL context or a JSON object; {} is an empty one.',
    fix: { title: 'Use an empty object', value: '{}' },
  });
}

function notObject(found: string): Issue {
  return eventIssue({
    rule: 'detail-not-object',
    field: FIELD,
    wrong: 'The event payload must be a JSON object',
    found: found === 'null' ? 'null' : `${/^[aeiou]/.test(found) ? 'an' : 'a'} ${found}`,
    instead: 'Put it under a key, for example {"value": ...}.',
  });
}

function tooDeep(found: string, place: string): Issue {
  return eventIssue({
    rule: 'detail-too-deep',
    field: FIELD,
    wrong: `The event payload is nested too deep${place}`,
    found,
    instead: `Write at most ${MAX_DETAIL_DEPTH} levels.`,
  });
}

function outOfRange(found: string, place: string): Issue {
  return eventIssue({
    rule: 'detail-integer-range',
    field: FIELD,
    wrong: `The event payload has an integer that EventBridge cannot hold${place}`,
    found,
    instead: `Write it between ${MIN_DETAIL_INTEGER} and ${MAX_DETAIL_INTEGER}, or as text in quotes.`,
  });
}
