import { readdirSync } from 'node:fs';

const folder = new URL('../../../lint/src/rules/', import.meta.url);

/** Ids of the rules that have a file: one is a rule by being there. */
export const OWN_RULE_IDS: readonly string[] = readdirSync(folder)
  .flatMap((file) => /^([a-z0-9-]+)\.ts$/.exec(file)?.[1] ?? [])
  .filter((name) => name !== 'index')
  .toSorted();

/** The source of `rules/own-rules.generated.ts`. */
export function ruleIndexSource(): string {
  const nameOf = (id: string): string => id.replace(/-(.)/g, (_, first: string) => first.toUpperCase());
  return `// Made by \`npm run generate\` from the files beside it; a test fails when it is stale.
${OWN_RULE_IDS.map((id) => `import { rule as ${nameOf(id)} } from './${id}.ts';`).join('\n')}

/** Every rule with a check of its own, by its id. */
export const OWN_RULES = {
${OWN_RULE_IDS.map((id) => `  '${id}': ${nameOf(id)},`).join('\n')}
} as const;

export type OwnRuleId = keyof typeof OWN_RULES;
`;
}
