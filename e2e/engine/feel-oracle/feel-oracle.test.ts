import { evaluateInputs } from '@eventbridge-kit/connector';
import type { FeelWorld } from 'camunda-feel';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { BUILTINS, EXPRESSIONS, LANGUAGE, NEWER_FUNCTIONS, VARIABLES } from './cases/index.ts';
import { readRecording, RECORDED_ENGINES } from './recording.ts';
import { oraclePage, verdictOf, type OracleRow, type OursResult } from './table.ts';

const PAGE = fileURLToPath(new URL('../../../docs/feel-oracle.md', import.meta.url));

const WORLD: FeelWorld = {
  now: () => ({ epochMs: Date.parse('2026-11-23T10:30:45Z') }),
  random: Math.random,
  uuid: randomUUID,
};

/** As an input mapping, which is what the engine is given too. */
function ours(expression: string): OursResult {
  const [field] = evaluateInputs([{ target: 'mapped', source: `=${expression}` }], VARIABLES, WORLD).fields;
  if (field === undefined) throw new Error('there is no result');
  return field;
}

const recordings = RECORDED_ENGINES.map(readRecording);

const newer = new Set(NEWER_FUNCTIONS.flatMap((name) => BUILTINS[name] ?? []));

const rows = EXPRESSIONS.map((expression): OracleRow => ({
  expression,
  engines: recordings.flatMap((recording) => recording[expression] ?? []),
  ours: ours(expression),
  newer: newer.has(expression),
}));

describe('our FEEL', () => {
  it('is compared with every engine in every expression', () => {
    expect(rows.filter(({ engines }) => engines.length !== RECORDED_ENGINES.length)).toEqual([]);
  });

  it('goes beyond the engines only in functions that they do not have', () => {
    const calls = rows.filter((row) => row.newer);
    expect(calls.filter(({ engines }) => engines.some((one) => one.kind !== 'value' || one.value !== null))).toEqual(
      [],
    );
  });

  it('gives what the newest engine gives, or says that it cannot tell: never anything else', () => {
    expect(rows.filter((row) => verdictOf(row) === 'differ')).toEqual([]);
  });

  it.each(['matches("ab", "a(?=b)")', 'noSuchFunction(1)', 'count(for i in 1..1000000000 return i)'])(
    'says unknown, with a reason and no value, where it cannot tell: %s',
    (expression) => {
      const result = ours(expression);
      expect(result).toMatchObject({ status: 'unknown', message: expect.stringMatching(/\w+ \w+/) as string });
      expect(result.value).toBeUndefined();
    },
  );

  it('stands beside the engines in docs/feel-oracle.md as it is', async () => {
    const groups = [
      ['Functions', BUILTINS],
      ['Language', LANGUAGE],
    ] as const;
    const page = oraclePage(RECORDED_ENGINES, groups, new Map(rows.map((row) => [row.expression, row])));
    await expect(page).toMatchFileSnapshot(PAGE);
  });
});
