/**
 * Writes what follows from the lint rules: a page for each and their index in `docs/rules/`, the family of its
 * template, and the outputs in lint's README. Part of `npm run generate`.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { RULES } from '../lint/src/rules/index.ts';
import { familySource } from '@eventbridge-kit/testkit/lint/family-source';
import { packedProject } from '@eventbridge-kit/testkit/lint/packed';
import { rulePage, withRuleTable } from '@eventbridge-kit/testkit/lint/pages';
import { withOutputs } from '@eventbridge-kit/testkit/lint/readme';
import { root } from '@eventbridge-kit/testkit/machine/project';

const pages = join(root, 'docs', 'rules');

async function write(path: string, content: string): Promise<void> {
  const options = await resolveConfig(path);
  writeFileSync(path, await format(content, { ...options, filepath: path }));
}

mkdirSync(pages, { recursive: true });
const known = new Set(['README.md', ...RULES.map(({ id }) => `${id}.md`)]);
for (const file of readdirSync(pages)) if (!known.has(file)) rmSync(join(pages, file));
for (const rule of RULES) await write(join(pages, `${rule.id}.md`), await rulePage(rule));

const index = join(pages, 'README.md');
await write(index, await withRuleTable(readFileSync(index, 'utf8')));
await write(join(root, 'lint', 'src', 'model', 'families', 'send-event.generated.ts'), familySource());

const readme = join(root, 'lint', 'README.md');
const project = await packedProject();
try {
  await write(readme, await withOutputs(readFileSync(readme, 'utf8'), project));
} finally {
  project.remove();
}
