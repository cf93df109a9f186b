/**
 * Our event patterns beside AWS's own matcher, on generated cases: `npm run patterns:differential [-- options]`.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { comparePatterns } from '../e2e/engine/pattern-oracle/differential.ts';
import type { ComparedCase } from '../e2e/engine/pattern-oracle/reasons.ts';
import { RULER_VERSION } from '@eventbridge-kit/testkit/machine/fetched';
import { say } from '@eventbridge-kit/testkit/machine/say';

const DEFAULTS = { count: 50_000, seed: 1 };

const HELP = `Our event patterns beside event-ruler ${RULER_VERSION} (Apache License 2.0, fetched once a user), on generated cases.

  npm run patterns:differential [-- options]

  --count NUMBER   how many patterns with an event each, default ${String(DEFAULTS.count)}
  --seed NUMBER    the same cases for the same seed, default ${String(DEFAULTS.seed)}
  --record FILE    writes short cases in which both agree, with the answer, for a unit test
  --help           this text

Shows each kind of difference with its shortest examples, and fails when one has no reason in
e2e/engine/pattern-oracle/reasons.ts. Needs Java 21 or newer and Maven.
`;

/** Of each answer so many cases are recorded, the longest of so many characters. */
const MAX_RECORDED = 120;
const MAX_RECORDED_CHARS = 240;

const { values } = parseArgs({
  options: {
    count: { type: 'string' },
    seed: { type: 'string' },
    record: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});

function numberOf(name: 'count' | 'seed'): number {
  const text = values[name] ?? String(DEFAULTS[name]);
  if (!/^[1-9]\d{0,6}$/.test(text)) {
    process.stderr.write(`--${name} is no number from 1 to 9999999: found "${text}".\n`);
    process.exit(2);
  }
  return Number(text);
}

function recordable(compared: readonly ComparedCase[]): ComparedCase[] {
  const counts = new Map<string, number>();
  return compared.filter(({ pattern, event, ours, theirs }) => {
    if (ours !== theirs || pattern.length + event.length > MAX_RECORDED_CHARS) return false;
    const count = (counts.get(theirs) ?? 0) + 1;
    counts.set(theirs, count);
    return count <= MAX_RECORDED;
  });
}

if (values.help) {
  process.stdout.write(HELP);
} else {
  const { lines, holds, compared } = await comparePatterns(numberOf('count'), numberOf('seed'));
  for (const line of lines) say(line);
  if (values.record !== undefined) {
    const rows = recordable(compared).map(({ pattern, event, theirs }) => JSON.stringify([pattern, event, theirs]));
    writeFileSync(values.record, `[\n${rows.join(',\n')}\n]\n`);
  }
  if (!holds) process.exitCode = 1;
}
