import type { PersonStep } from './person.ts';
import type { Result, Verdict } from './rule.ts';

const WORDS: Readonly<Record<Verdict, string>> = { kept: 'ok    ', broken: 'FAILED', person: 'person' };

/** Each verdict with its rule; of what is broken, where it was found and the remedy. */
export function verdictLines(results: readonly Result[]): string[] {
  return results.flatMap(({ rule, verdict, findings }) => [
    `${WORDS[verdict]} ${rule.id}: ${rule.rule}`,
    ...findings.map(({ file, found }) => `         ${file}: ${found}`),
    ...(verdict === 'kept' ? [] : [`         -> ${rule.remedy}`]),
  ]);
}

/** What is left for a person: what the archives still lack, then what no program can do. */
export function personLines(
  results: readonly Result[],
  gaps: readonly string[],
  steps: readonly PersonStep[],
): string[] {
  const open = results.filter(({ verdict }) => verdict === 'person').map(({ rule }) => `${rule.id}: ${rule.remedy}`);
  const all = [...gaps, ...open];
  return [
    ...(all.length === 0 ? [] : ['Before a release:', ...all.map((line) => `  [ ] ${line}`)]),
    'For each release:',
    ...steps.flatMap(({ what, steps: parts }) => [`  [ ] ${what}`, ...parts.map((part) => `      - ${part}`)]),
  ];
}

/** How many rules ended how, for example `40 rules: 38 kept, 2 left to a person`. */
export function sumLine(results: readonly Result[]): string {
  const count = (verdict: Verdict): number => results.filter((result) => result.verdict === verdict).length;
  const broken = count('broken');
  return [
    `${results.length} rules: ${count('kept')} kept`,
    ...(broken > 0 ? [`${broken} broken`] : []),
    `${count('person')} left to a person`,
  ].join(', ');
}
