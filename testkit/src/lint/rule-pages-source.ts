import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../machine/project.ts';
import { addressOf, readPublisher, type Publisher } from '../machine/publisher.ts';

/** Stands for a rule's id in the address of its page. */
const RULE = '{rule}';

/**
 * The source of `rule/pages.generated.ts`: where the pages of this version's rules are read. Until the publisher says where
 * pages are shown, and nothing can be released, it is the file that the package carries.
 */
export function rulePagesSource(publisher: Publisher = readPublisher().publisher): string {
  const { version } = JSON.parse(readFileSync(join(root, 'lint/package.json'), 'utf8')) as { readonly version: string }; // ours
  const shown = addressOf(publisher.page, version, 'docs/rules/RULE.md')?.replace('RULE.md', `${RULE}.md`);
  const address = shown ?? `https://unpkg.com/bpmnlint-plugin-eventbridge@${version}/dist/docs/${RULE}.html`;
  return `// Made by \`npm run generate\` from publisher.json and the version; a test fails when it is stale.

/** Address of a rule's page, with {rule} for its id. */
export const RULE_PAGE = '${address}';
`;
}
