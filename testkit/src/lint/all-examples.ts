import { readdirSync } from 'node:fs';
import type { RuleExamples } from './example.ts';

const folder = new URL('../../../lint/src/rules/', import.meta.url);

const ENDING = '.examples.ts';

/** The examples of every rule that has some, by the rule's id. */
export const EXAMPLES: ReadonlyMap<string, RuleExamples> = new Map(
  await Promise.all(
    readdirSync(folder)
      .filter((file) => file.endsWith(ENDING))
      .map(async (file): Promise<[string, RuleExamples]> => {
        const module = (await import(new URL(file, folder).href)) as { examples: RuleExamples }; // the files' one shape
        return [file.slice(0, -ENDING.length), module.examples];
      }),
  ),
);

/** The examples of a rule; a rule without any is a defect. */
export function examplesOf(ruleId: string): RuleExamples {
  const examples = EXAMPLES.get(ruleId);
  if (!examples) throw new Error(`lint/src/rules/${ruleId}.examples.ts is missing`);
  return examples;
}
