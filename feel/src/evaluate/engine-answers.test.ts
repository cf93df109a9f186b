import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '@eventbridge-kit/issue';
import { stillWorld } from '../../test/world.ts';
import { evaluate } from '../evaluate.ts';

/**
 * What the engine's expression language (io.camunda:zeebe-expression-language 8.9.0-rc1) answers at 2026-01-31T12:34:56.789Z
 * in Europe/Berlin: variables first, then one expression a line with its value. Without a value the engine refuses it, or
 * cannot evaluate it.
 */
const [variablesLine = '', ...lines] = readFileSync(new URL('../../test/engine-answers.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const variables = JSON.parse(variablesLine) as JsonObject;
const answers = lines.map((line) => JSON.parse(line) as [expression: string, value?: Json]);

/** What is told in another way here. The reason stands beside each: it may shrink, and must not grow. */
const DIFFERENT: Readonly<Record<string, string>> = {
  'index of([{a:1}], {a:1})': '8.9 finds a context by its entries, 8.8 does not',
  'date and time("2020-01-01T10:00:00+01:00[Europe/Berlin]")': '8.9 reads a zone in brackets, 8.8 does not',
  'string(from json("1e3"))': 'JSON does not tell how a number was written',
  ...Object.fromEntries(
    ['"RkVFTA=="', '"RkVFTA"', '""', '"w6nigqzwn5iA"'].map((text) => [
      `from base64(${text})`,
      'the recording is older',
    ]),
  ),
};

/** Values that no other evaluation has. */
const OF_ITS_OWN = new Set(['string length(uuid())']);

function sorted(value: Json | undefined): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.keys(value)
      .toSorted()
      .map((key) => [key, sorted(value[key])]),
  );
}

describe('an expression has the value that the engine gives it, or is unknown', () => {
  const results = answers
    .filter(([expression]) => !OF_ITS_OWN.has(expression))
    .map(([expression, value]) => ({
      expression,
      value,
      result: evaluate(expression, { variables, world: stillWorld }),
    }));
  const known = results.filter(({ result }) => result.status !== 'unknown' && result.status !== 'exceeded');

  it("for all of the engine's answers but those listed", () => {
    const differing = known
      .filter(({ value, result }) => {
        const ours = result.status === 'ok' ? result.value : undefined;
        return JSON.stringify(sorted(ours)) !== JSON.stringify(sorted(value));
      })
      .map(({ expression }) => expression);
    expect(differing.toSorted()).toEqual(Object.keys(DIFFERENT).toSorted());
  });

  it('and is unknown for less than one in a hundred', () => {
    expect(results.length - known.length).toBeLessThan(results.length / 100);
  });
});
