import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { RULES } from '../src/core.ts';
import { htmlIndex, htmlPage } from '@eventbridge-kit/testkit/lint/html-pages';
import { markdownPage, rulePage, withRuleTable } from '@eventbridge-kit/testkit/lint/pages';

const folder = new URL('../../docs/rules/', import.meta.url);

async function formatted(path: string, content: string): Promise<string> {
  return format(content, { ...(await resolveConfig(path)), filepath: path });
}

describe('docs/rules', () => {
  it.each(RULES)('$id.md is as its rule and examples make it', async (rule) => {
    const path = fileURLToPath(new URL(`${rule.id}.md`, folder));
    const page = await rulePage(rule);
    const fresh = await formatted(path, markdownPage(page));
    expect(existsSync(path) && readFileSync(path, 'utf8'), 'run npm run generate').toBe(fresh);
    const html = new URL(`html/${rule.id}.html`, folder);
    expect(existsSync(html) && readFileSync(html, 'utf8'), 'run npm run generate').toBe(htmlPage(page));
  });

  it('html/index.html lists every rule, and leads to pages that are there', () => {
    const page = readFileSync(new URL('html/index.html', folder), 'utf8');
    expect(page, 'run npm run generate').toBe(htmlIndex());
    const links = [...page.matchAll(/href="([^"]+\.(?:html|css))"/g)].map(([, link = '']) => link);
    expect(links).toHaveLength(RULES.length + 1);
    for (const link of links) expect([link, existsSync(new URL(`html/${link}`, folder))]).toEqual([link, true]);
  });

  it('README.md lists every rule', async () => {
    const path = fileURLToPath(new URL('README.md', folder));
    const page = readFileSync(path, 'utf8');
    expect(await formatted(path, await withRuleTable(page)), 'run npm run generate').toBe(page);
  });
});
