import { evaluateFeel, type FeelWorld } from '@eventbridge-kit/connector';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { BUILTINS, EXPRESSIONS, KNOWN_DIFFERENCES, LANGUAGE, NEWER_FUNCTIONS, VARIABLES } from './cases/index.ts';
import { readRecording, RECORDED_ENGINES } from './recording.ts';
import { oraclePage, verdictOf, type OracleRow } from './table.ts';

const PAGE = fileURLToPath(new URL('../../../docs/feel-oracle.md', import.meta.url));

const WORLD: FeelWorld = {
  now: () => ({ epochMs: Date.now() }),
  random: Math.random,
  uuid: randomUUID,
};

const recordings = RECORDED_ENGINES.map(readRecording);

const newer = new Set(NEWER_FUNCTIONS.flatMap((name) => BUILTINS[name] ?? []));

const rows = EXPRESSIONS.map((expression): OracleRow => ({
  expression,
  engines: recordings.flatMap((recording) => recording[expression] ?? []),
  ours: evaluateFeel(expression, VARIABLES, WORLD),
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

  it('gives what the newest engine gives, or says that it cannot tell, but for known exceptions', () => {
    const differing = rows.filter((row) => verdictOf(row) === 'differ');
    expect(differing.filter(({ expression }) => !Object.hasOwn(KNOWN_DIFFERENCES, expression))).toEqual([]);
    expect(differing.map(({ expression }) => expression).sort()).toEqual(Object.keys(KNOWN_DIFFERENCES).sort());
  });

  it('stands beside the engines in docs/feel-oracle.md as it is', async () => {
    const groups = [
      ['Functions', BUILTINS],
      ['Language', LANGUAGE],
    ] as const;
    const page = oraclePage(
      RECORDED_ENGINES,
      groups,
      new Map(rows.map((row) => [row.expression, row])),
      KNOWN_DIFFERENCES,
    );
    await expect(page).toMatchFileSnapshot(PAGE);
  });
});
