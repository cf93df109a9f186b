/**
 * Our event patterns beside AWS's own matcher, on generated cases: `npm run patterns:differential [-- options]`.
 */
import { writeFileSync } from 'node:fs';
import { amount, HELP_OPTIONS, option, path, processPort, startProgram } from '@eventbridge-kit/node-kit/options';
import { comparePatterns } from './differential.ts';
import type { ComparedCase } from './reasons.ts';
import { RULER_VERSION } from '@eventbridge-kit/testkit/machine/fetched';
import { say } from '@eventbridge-kit/testkit/machine/say';

/** Of each answer so many cases are recorded, the longest of so many characters. */
const MAX_RECORDED = 120;
const MAX_RECORDED_CHARS = 240;

const started = startProgram(
  {
    name: 'npm run patterns:differential --',
    introduction: `Our event patterns beside event-ruler ${RULER_VERSION} (Apache License 2.0, fetched once a user), on generated cases.`,
    options: {
      count: amount('count', 50_000, 'How many patterns with an event each.', 1),
      seed: amount('seed', 1, 'The same cases for the same seed.'),
      record: option({
        flag: 'record',
        kind: path('FILE'),
        description: 'Writes short cases in which both agree, with the answer, for a unit test.',
        defaultText: 'none',
      }),
      ...HELP_OPTIONS,
    },
    epilogue:
      'Shows each kind of difference with its shortest examples, and fails when one has no reason in e2e/engine/pattern-oracle/reasons.ts. Needs Java 21 or newer and Maven.',
  },
  processPort(import.meta.url),
);

function recordable(compared: readonly ComparedCase[]): ComparedCase[] {
  const counts = new Map<string, number>();
  return compared.filter(({ pattern, event, ours, theirs }) => {
    if (ours !== theirs || pattern.length + event.length > MAX_RECORDED_CHARS) return false;
    const count = (counts.get(theirs) ?? 0) + 1;
    counts.set(theirs, count);
    return count <= MAX_RECORDED;
  });
}

if (started.run) {
  const { count, seed, record } = started.options;
  const { lines, holds, compared } = await comparePatterns(count, seed);
  for (const line of lines) say(line);
  if (record !== undefined) {
    const rows = recordable(compared).map(({ pattern, event, theirs }) => JSON.stringify([pattern, event, theirs]));
    writeFileSync(record, `[\n${rows.join(',\n')}\n]\n`);
  }
  if (!holds) process.exitCode = 1;
} else process.exitCode = started.exitCode;
