import { evaluateFeel, type FeelWorld } from '@eventbridge-kit/connector';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { onEngines } from '../on-engines.ts';
import { BUILTINS, LANGUAGE, VARIABLES } from './cases/index.ts';
import { evaluateOnEngine, type EngineValue } from './engine-feel.ts';
import { oraclePage, verdictOf, type OracleRow } from './table.ts';

const PAGE = fileURLToPath(new URL('../../../docs/feel-oracle.md', import.meta.url));

const EXPRESSIONS = [BUILTINS, LANGUAGE].flatMap((cases) => Object.values(cases).flat());

const WORLD: FeelWorld = {
  now: () => ({ epochMs: Date.now() }),
  random: Math.random,
  uuid: randomUUID,
};

/** What each engine gave, by its name. */
const given = new Map<string, readonly EngineValue[]>();

onEngines((current) => {
  it('evaluates every expression as an input mapping', async () => {
    const values = await evaluateOnEngine(current(), EXPRESSIONS, VARIABLES);
    given.set(current().engine.name, values);
    expect(values).toHaveLength(EXPRESSIONS.length);
    expect(values.filter(({ kind }) => kind === 'value').length).toBeGreaterThan(EXPRESSIONS.length / 2);
  });
});

describe('our evaluation', () => {
  const rows = (): OracleRow[] =>
    EXPRESSIONS.map((expression, index) => ({
      expression,
      engines: [...given.values()].flatMap((values) => values[index] ?? []),
      ours: evaluateFeel(expression, VARIABLES, WORLD),
    }));

  it('gives what the newest engine gives, or says that it cannot tell', () => {
    const differing = rows().filter((row) => verdictOf(row) === 'differ');
    expect(differing.map(({ expression, engines, ours }) => ({ expression, engine: engines.at(-1), ours }))).toEqual(
      [],
    );
  });

  it('stands beside the engines in docs/feel-oracle.md as it is', async () => {
    const groups = [
      ['Functions', BUILTINS],
      ['Language', LANGUAGE],
    ] as const;
    const page = oraclePage([...given.keys()], groups, new Map(rows().map((row) => [row.expression, row])));
    await expect(page).toMatchFileSnapshot(PAGE);
  });
});
