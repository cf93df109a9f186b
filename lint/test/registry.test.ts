import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BUILTIN_NAMES } from '../src/feel/builtin.ts';
import { RULES } from '../src/core.ts';
import { EXAMPLES } from './all-examples.ts';
import { builtinsSource } from './builtins-source.ts';

const ids = RULES.map(({ id }) => id).toSorted();
const room = new URL('..', import.meta.url);

function idsIn(folder: string, ending: string): string[] {
  return readdirSync(new URL(folder, room))
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .toSorted();
}

describe('a rule', () => {
  it('is listed once, and its file has its id', () => {
    const files = idsIn('src/rules/', '.ts').filter((file) => file !== 'index' && !file.endsWith('.test'));
    expect(files).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(RULES)('$id exports itself from the file of its name', async ({ id }) => {
    const module = (await import(new URL(`src/rules/${id}.ts`, room).href)) as { rule: { id: string } }; // as all do
    expect(module.rule.id).toBe(id);
  });

  it('has a test, examples and a page', () => {
    expect(idsIn('src/rules/', '.test.ts')).toEqual(ids);
    expect([...EXAMPLES.keys()].toSorted()).toEqual(ids);
    expect(idsIn('../docs/rules/', '.md').filter((page) => page !== 'README')).toEqual(ids);
  });

  it('has a fix in at least half of all cases', () => {
    const fixable = ids.filter((id) => EXAMPLES.get(id)?.invalid.some(({ finds }) => finds?.some(({ fix }) => fix)));
    expect(fixable.length).toBeGreaterThanOrEqual(ids.length / 2);
  });
});

describe('lists kept here', () => {
  it('hold every rule that the checks of an event can report', () => {
    const folder = new URL('../eventbridge/src/', room);
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => readFileSync(new URL(file, folder), 'utf8'));
    const reported = sources.flatMap((source) =>
      [...source.matchAll(/rule: (?:wellFormed \? )?'([\w-]+)'(?: : '([\w-]+)')?/g)].flatMap(([, a, b]) => [a, b]),
    );
    // No text of a diagram is a number that JSON does not have.
    const fromDiagrams = reported.filter((id): id is string => id !== undefined && id !== 'detail-not-a-number');
    expect(fromDiagrams.length).toBeGreaterThan(25);
    expect(fromDiagrams.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it("hold Camunda's built-in functions as its own package lists them", () => {
    const file = new URL('src/feel/builtins.generated.ts', room);
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe(builtinsSource());
    expect(BUILTIN_NAMES.length).toBeGreaterThan(80);
  });
});
