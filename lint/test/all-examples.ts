import { readdirSync } from 'node:fs';
import type { RuleExamples } from './example.ts';

const folder = new URL('./rules/', import.meta.url);

/** The examples of every rule that has some, by the rule's id. */
export const EXAMPLES: ReadonlyMap<string, RuleExamples> = new Map(
  await Promise.all(
    readdirSync(folder).map(async (file): Promise<[string, RuleExamples]> => {
      const module = (await import(new URL(file, folder).href)) as { examples: RuleExamples }; // the folder's one shape
      return [file.replace(/\.ts$/, ''), module.examples];
    }),
  ),
);

/** The examples of a rule; a rule without any is a defect. */
export function examplesOf(ruleId: string): RuleExamples {
  const examples = EXAMPLES.get(ruleId);
  if (!examples) throw new Error(`test/rules/${ruleId}.ts is missing`);
  return examples;
}
