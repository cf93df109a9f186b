import { describe, expect, it } from 'vitest';
import type { Json } from '@eventbridge-kit/issue';
import { explained, readAnswers, type Answer, type Question } from '@eventbridge-kit/testkit/feel/engine-answers';
import { BUILTINS } from '../builtins/info.ts';
import { evaluate, evaluateStaticText, evaluateUnaryTests, type FeelWorld } from '../index.ts';

/** What feel-engine 1.19.3 answers, the library inside Camunda's engine 8.8. */
const { variables, now, zone, lines } = readAnswers();

const world: FeelWorld = {
  now: () => ({ epochMs: Date.parse(now), zone }),
  random: () => 0.25,
  uuid: () => '01234567-89ab-4cde-8f01-23456789abcd',
};

/** What ours does not tell, and why: one question for each reason. */
const UNKNOWN: Readonly<Record<string, string>> = {
  'substring("a😀b", 2, 1)': 'half a character has no text',
  'date and time("999999999-01-01T10:00:00")': "the platform's calendar ends before",
  'round up(1, 7000)': 'more digits than anybody needs',
  'matches("ab", "a(?=b)")': 'takes more than linear time',
  'matches("aaa", "a++")': 'takes more than linear time',
  'matches("a", "(?>a)")': 'takes more than linear time',
  'matches("abab", "(ab)\\\\1")': 'takes more than linear time',
  'matches("b", "[a-z&&[^a]]")': 'has no counterpart in re2',
  'matches("a", "\\\\p{javaLowerCase}")': 'has no counterpart in re2',
  'replace("a\\n", "a$", "<$0>")': 're2 knows no end before a last line break',
};

/** Functions that come with a later version of the library, or with the engine, or whose result is another each time. */
const NOT_ASKED = ['to json', 'from json', 'random number', 'uuid', 'from base64', 'fromAi'];

type Answered = Answer | { readonly unknown: string };

function ours(question: Question): Answered {
  if ('text' in question) {
    const text = evaluateStaticText(question.text);
    return text.status === 'ok' ? { value: text.value } : { end: 'refused' };
  }
  const options = { variables, world };
  const result =
    'tests' in question
      ? evaluateUnaryTests(question.tests, question.input, options)
      : evaluate(question.feel, options);
  switch (result.status) {
    case 'ok': {
      const warnings = explained(result.warnings);
      return { value: result.value, ...(warnings.length > 0 && { warnings }) };
    }
    case 'refused':
      return { end: 'refused' };
    case 'failed':
      return { end: 'incident' };
    default:
      return { unknown: result.message };
  }
}

/** As a JSON text says: keys in any order, a number without a sign of zero. */
function plain(value: Json): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return Object.is(value, -0) ? 0 : value;
  const keys = Object.keys(value).toSorted();
  return Object.fromEntries(keys.map((key) => [key, plain(value[key] ?? null)]));
}

function textOf(question: Question): string {
  return 'feel' in question ? question.feel : JSON.stringify('text' in question ? question.text : question);
}

const rows = lines.map((line) => ({ text: textOf(line), theirs: line, answer: ours(line) }));

function endOf(answer: Answer): string {
  return 'end' in answer ? answer.end : 'value';
}

function whyOf(answer: Answer): string {
  return JSON.stringify('value' in answer ? (answer.warnings ?? []) : []);
}

const known = rows.flatMap(({ text, theirs, answer }) => ('unknown' in answer ? [] : [{ text, theirs, answer }]));

describe("the engine's answer", () => {
  it('is recorded for 1,500 questions or more, some of each function', () => {
    expect(rows.length).toBeGreaterThanOrEqual(1500);
    const few = BUILTINS.filter(({ name }) => rows.filter(({ text }) => text.includes(`${name}(`)).length < 3);
    expect(few.map(({ name }) => name)).toEqual(NOT_ASKED);
  });

  it('is ours, in every value', () => {
    const differing = known.filter(({ theirs, answer }) =>
      'value' in theirs && 'value' in answer
        ? JSON.stringify(plain(theirs.value)) !== JSON.stringify(plain(answer.value))
        : endOf(theirs) !== endOf(answer),
    );
    expect(differing).toEqual([]);
  });

  it('has the same explanation, for every null in it', () => {
    const differing = known.filter(({ theirs, answer }) => whyOf(theirs) !== whyOf(answer));
    expect(differing).toEqual([]);
  });

  it('is told, but for a few that have their reason', () => {
    const unknown = rows.filter(({ answer }) => 'unknown' in answer).map(({ text }) => text);
    expect(unknown.toSorted()).toEqual(Object.keys(UNKNOWN).toSorted());
    expect(unknown.length).toBeLessThanOrEqual(10);
  });
});
