import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { RULES } from '../src/core.ts';
import { rulePage, withRuleTable } from '@eventbridge-kit/testkit/lint/pages';

const folder = new URL('../../docs/rules/', import.meta.url);

async function formatted(path: string, content: string): Promise<string> {
  return format(content, { ...(await resolveConfig(path)), filepath: path });
}

describe('docs/rules', () => {
  it.each(RULES)('$id.md is as its rule and examples make it', async (rule) => {
    const path = fileURLToPath(new URL(`${rule.id}.md`, folder));
    const fresh = await formatted(path, await rulePage(rule));
    expect(existsSync(path) && readFileSync(path, 'utf8'), 'run npm run generate').toBe(fresh);
  });

  it('README.md lists every rule', async () => {
    const path = fileURLToPath(new URL('README.md', folder));
    const page = readFileSync(path, 'utf8');
    expect(await formatted(path, await withRuleTable(page)), 'run npm run generate').toBe(page);
  });
});
