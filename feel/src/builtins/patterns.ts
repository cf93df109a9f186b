import { Unknown } from '../signals.ts';
import type { Evaluation } from '../evaluate/evaluation.ts';
import type { Pattern } from '../regex/pattern.ts';
import { type Match } from '../regex/pattern.ts';
import type { FeelError, FeelList } from '../values/value.ts';
import { error, on, text, type Builtins } from './define.ts';

const INVALID = 'Invalid pattern.';

/** Runs a pattern; one that Java refuses gives an error. */
function run<T>(pattern: string, flags: string, evaluation: Evaluation, body: (compiled: Pattern) => T): T | FeelError {
  const compiled = evaluation.pattern(pattern, flags);
  return compiled === undefined ? error(INVALID) : body(compiled);
}

function replaceAll(input: string, compiled: Pattern, replacement: string, { budget }: Evaluation): string | FeelError {
  if (!compiled.knowsGroups && /\$(?:[1-9]|\{)/.test(replacement)) {
    throw new Unknown('What a group holds that is repeated and may be empty is not known here.');
  }
  const parts: string[] = [];
  let end = 0;
  for (const match of compiled.matches(input, budget)) {
    const made = replacementOf(replacement, match);
    if (made === undefined) return error(INVALID);
    budget.text(match.start - end + made.length);
    parts.push(input.slice(end, match.start), made);
    ({ end } = match);
  }
  budget.text(input.length - end);
  return parts.join('') + input.slice(end);
}

/**
 * A replacement for one match: `$1` and `${name}` are groups, a backslash takes what follows as it is; undefined for a
 * group that is not there.
 * https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/regex/Matcher.html#appendReplacement(java.lang.StringBuilder,java.lang.String)
 */
function replacementOf(replacement: string, match: Match): string | undefined {
  let made = '';
  for (let at = 0; at < replacement.length; at += 1) {
    const sign = replacement.charAt(at);
    if (sign === '\\') {
      at += 1;
      if (at >= replacement.length) return undefined;
      made += replacement.charAt(at);
    } else if (sign === '$') {
      const found = groupAt(replacement, at + 1, match);
      if (found === undefined) return undefined;
      made += found.text;
      at += found.length;
    } else {
      made += sign;
    }
  }
  return made;
}

/** The group that is named behind a `$`, by as many digits as make a group. */
function groupAt(replacement: string, at: number, match: Match): { text: string; length: number } | undefined {
  const [whole, name, digits = ''] = /^(?:\{([A-Za-z][A-Za-z0-9]*)\}|(\d+))/.exec(replacement.slice(at)) ?? [];
  if (whole === undefined) return undefined;
  if (name !== undefined) {
    const group = match.group(name);
    return group === undefined ? undefined : { text: group ?? '', length: whole.length };
  }
  let length = 1;
  while (length < digits.length && match.group(Number(digits.slice(0, length + 1))) !== undefined) length += 1;
  const group = match.group(Number(digits.slice(0, length)));
  return group === undefined ? undefined : { text: group ?? '', length };
}

/** Text between the matches; what is empty before the first character is none. */
function split(input: string, compiled: Pattern, { budget }: Evaluation): FeelList {
  const parts: string[] = [];
  let end = 0;
  for (const match of compiled.matches(input, budget)) {
    if (match.end === 0) continue;
    parts.push(input.slice(end, match.start));
    ({ end } = match);
  }
  budget.text(input.length);
  budget.list(parts.length + 1);
  return [...parts, input.slice(end)];
}

function extract(input: string, compiled: Pattern, { budget }: Evaluation): FeelList {
  const found = [...compiled.matches(input, budget)].map(({ start, end }) => input.slice(start, end));
  budget.text(input.length);
  budget.list(found.length);
  return found;
}

/** Functions with patterns of java.util.regex. The pattern is the second parameter of each, flags are the last. */
export const PATTERNS: Builtins = {
  matches: {
    overloads: [
      on(['input', 'pattern'], [text, text], ([input, pattern], evaluation) =>
        run(pattern, '', evaluation, (compiled) => compiled.test(input, evaluation.budget)),
      ),
      on(['input', 'pattern', 'flags'], [text, text, text], ([input, pattern, flags], evaluation) =>
        run(pattern, flags, evaluation, (compiled) => compiled.test(input, evaluation.budget)),
      ),
    ],
    result: 'boolean',
  },
  replace: {
    overloads: [
      on(['input', 'pattern', 'replacement'], [text, text, text], ([input, pattern, replacement], evaluation) =>
        run(pattern, '', evaluation, (compiled) => replaceAll(input, compiled, replacement, evaluation)),
      ),
      on(
        ['input', 'pattern', 'replacement', 'flags'],
        [text, text, text, text],
        ([input, pattern, replacement, flags], evaluation) =>
          run(pattern, flags, evaluation, (compiled) => replaceAll(input, compiled, replacement, evaluation)),
      ),
    ],
    result: 'string',
  },
  split: {
    overloads: [
      on(['string', 'delimiter'], [text, text], ([input, pattern], evaluation) =>
        run(pattern, '', evaluation, (compiled) => split(input, compiled, evaluation)),
      ),
    ],
    result: 'list',
  },
  extract: {
    overloads: [
      on(['input', 'pattern'], [text, text], ([input, pattern], evaluation) =>
        run(pattern, '', evaluation, (compiled) => extract(input, compiled, evaluation)),
      ),
    ],
    result: 'list',
  },
};
