import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EVENT_RULES } from '@eventbridge-kit/eventbridge';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { RULES, ruleOf, type Rule } from '../src/core.ts';
import { EXAMPLES } from '@eventbridge-kit/testkit/lint/all-examples';
import { familySource } from '@eventbridge-kit/testkit/lint/family-source';

const ids = RULES.map(({ id }) => id).toSorted();
const room = new URL('..', import.meta.url);

function idsIn(folder: string, ending: string): string[] {
  return readdirSync(new URL(folder, room))
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .toSorted();
}

describe('a rule', () => {
  it('is listed once', () => {
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('with a check of its own has the id that its file is named after', async () => {
    const files = idsIn('src/rules/', '.ts').filter((file) => file !== 'index' && !file.endsWith('.examples'));
    expect(files.length).toBeGreaterThan(50);
    for (const file of files) {
      const module = (await import(new URL(`src/rules/${file}.ts`, room).href)) as { rule: Rule }; // as all do
      expect(RULES).toContain(module.rule);
      expect(module.rule.id).toBe(file);
    }
  });

  it('has examples and a page', () => {
    expect([...EXAMPLES.keys()].toSorted()).toEqual(ids);
    expect(idsIn('../docs/rules/', '.md').filter((page) => page !== 'README')).toEqual(ids);
  });

  it('of an event has the title and the severity that it has everywhere', () => {
    for (const [id, { title, severity }] of Object.entries(EVENT_RULES)) {
      if (id !== 'detail-not-a-number') expect(ruleOf(id)).toMatchObject({ title, severity });
    }
  });
});

describe('lists kept here', () => {
  it("hold this project's template as it is", async () => {
    const path = fileURLToPath(new URL('src/model/families/send-event.generated.ts', room));
    const fresh = await format(familySource(), { ...(await resolveConfig(path)), filepath: path });
    expect(readFileSync(path, 'utf8'), 'run npm run generate').toBe(fresh);
  });
});
