import { evaluateFeel, type FeelWorld } from '@eventbridge-kit/connector';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { BUILTINS, EXPRESSIONS, LANGUAGE, VARIABLES } from './cases/index.ts';
import { readRecording, RECORDED_ENGINES } from './recording.ts';
import { oraclePage, verdictOf, type OracleRow } from './table.ts';

const PAGE = fileURLToPath(new URL('../../../docs/feel-oracle.md', import.meta.url));

const WORLD: FeelWorld = {
  now: () => ({ epochMs: Date.now() }),
  random: Math.random,
  uuid: randomUUID,
};

const recordings = RECORDED_ENGINES.map(readRecording);

const rows = EXPRESSIONS.map((expression): OracleRow => ({
  expression,
  engines: recordings.flatMap((recording) => recording[expression] ?? []),
  ours: evaluateFeel(expression, VARIABLES, WORLD),
}));

describe('our FEEL', () => {
  it('is compared with every engine in every expression', () => {
    expect(rows.filter(({ engines }) => engines.length !== RECORDED_ENGINES.length)).toEqual([]);
  });

  it('gives what the newest engine gives, or says that it cannot tell', () => {
    expect(rows.filter((row) => verdictOf(row) === 'differ')).toEqual([]);
  });

  it('stands beside the engines in docs/feel-oracle.md as it is', async () => {
    const groups = [
      ['Functions', BUILTINS],
      ['Language', LANGUAGE],
    ] as const;
    const page = oraclePage(RECORDED_ENGINES, groups, new Map(rows.map((row) => [row.expression, row])));
    await expect(page).toMatchFileSnapshot(PAGE);
  });
});
