/**
 * Writes what follows from the lint rules: the index of their files, a page for each and the list of pages in
 * `docs/rules/`, where those are read, the family of its template, and the outputs in lint's README. Part of `npm run generate`.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { familySource, templateIdSource } from '@eventbridge-kit/testkit/lint/family-source';
import { ruleIndexSource } from '@eventbridge-kit/testkit/lint/rule-index-source';
import { rulePagesSource } from '@eventbridge-kit/testkit/lint/rule-pages-source';
import { root } from '@eventbridge-kit/testkit/machine/project';

const pages = join(root, 'docs', 'rules');

async function write(path: string, content: string): Promise<void> {
  const options = await resolveConfig(path);
  writeFileSync(path, await format(content, { ...options, filepath: path }));
}

const source = join(root, 'lint', 'src');
await write(join(source, 'rules', 'own-rules.generated.ts'), ruleIndexSource());
await write(join(source, 'rule', 'pages.generated.ts'), rulePagesSource());
await write(join(source, 'model', 'families', 'template-id.generated.ts'), templateIdSource());
await write(join(source, 'model', 'families', 'send-event.generated.ts'), familySource());

// All of these import the rules: as the index has them from here on.
const { RULES } = await import('../lint/src/rules/index.ts');
const { packedProject } = await import('@eventbridge-kit/testkit/lint/packed');
const { markdownPage, rulePage, withRuleTable } = await import('@eventbridge-kit/testkit/lint/pages');
const { htmlIndex, htmlPage } = await import('@eventbridge-kit/testkit/lint/html-pages');
const { withOutputs } = await import('@eventbridge-kit/testkit/lint/readme');

mkdirSync(join(pages, 'html'), { recursive: true });
const ids = RULES.map(({ id }) => id);
const known = new Set(['README.md', 'html', ...ids.map((id) => `${id}.md`)]);
for (const file of readdirSync(pages)) if (!known.has(file)) rmSync(join(pages, file));
const knownHtml = new Set(['index.html', 'style.css', ...ids.map((id) => `${id}.html`)]);
for (const file of readdirSync(join(pages, 'html'))) if (!knownHtml.has(file)) rmSync(join(pages, 'html', file));
for (const rule of RULES) {
  const page = await rulePage(rule);
  await write(join(pages, `${rule.id}.md`), markdownPage(page));
  writeFileSync(join(pages, 'html', `${rule.id}.html`), htmlPage(page));
}
writeFileSync(join(pages, 'html', 'index.html'), htmlIndex());

const index = join(pages, 'README.md');
await write(index, await withRuleTable(readFileSync(index, 'utf8')));

const readme = join(root, 'lint', 'README.md');
const project = await packedProject();
try {
  await write(readme, await withOutputs(readFileSync(readme, 'utf8'), project));
} finally {
  project.remove();
}
