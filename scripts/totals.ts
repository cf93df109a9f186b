/**
 * Adds up the reports of all suites and closes with one line, `N passed, N failed`. Fails when anything failed, when a
 * suite left no report, ran nothing or skipped a test.
 */
import { existsSync, readFileSync } from 'node:fs';
import { reportFile, SUITES } from '@eventbridge-kit/testkit/machine/project';
import { addUp, closingLine, countIn, problemsOf, type Counts } from '@eventbridge-kit/testkit/machine/counts';
import { say } from '@eventbridge-kit/testkit/machine/say';

const found = SUITES.map((suite): { suite: string; counts: Counts | undefined } => {
  const file = reportFile(suite);
  return { suite, counts: existsSync(file) ? countIn(JSON.parse(readFileSync(file, 'utf8'))) : undefined };
});

say('');
for (const { suite, counts } of found)
  say(`${suite.padEnd(13)}${counts === undefined ? 'no report' : closingLine(counts)}`);
const problems = found.flatMap(({ suite, counts }) => problemsOf(suite, counts));
for (const problem of problems) say(problem);
say('');
say(closingLine(addUp(found.flatMap(({ counts }) => counts ?? []))));
process.exitCode = problems.length === 0 ? 0 : 1;
