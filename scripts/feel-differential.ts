/**
 * Our FEEL beside Camunda's own library, on generated expressions: `npm run feel:differential [-- options]`.
 */
import { parseArgs } from 'node:util';
import { runDifferential } from '../e2e/engine/feel-oracle/differential/differential.ts';
import { LIBRARY_NAME } from '../e2e/engine/feel-oracle/recording.ts';
import { say } from '@eventbridge-kit/testkit/machine/say';

const DEFAULTS = { count: 20_000, seed: 1 };

const HELP = `Our FEEL beside ${LIBRARY_NAME} (Apache License 2.0, fetched once a user), on generated expressions.

  npm run feel:differential [-- options]

  --count NUMBER   how many expressions, default ${String(DEFAULTS.count)}
  --seed NUMBER    the same expressions for the same seed, default ${String(DEFAULTS.seed)}
  --help           this text

Says how many agree, differ and are unknown, each kind of difference with its shortest examples. It fails when a
difference has no reason in e2e/engine/feel-oracle/differential/reasons.ts, or when more than 5 % are unknown.
Needs Java 21 or newer and Maven.
`;

const { values } = parseArgs({
  options: { count: { type: 'string' }, seed: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
});

function numberOf(name: 'count' | 'seed'): number {
  const text = values[name] ?? String(DEFAULTS[name]);
  if (!/^[1-9]\d{0,6}$/.test(text)) {
    process.stderr.write(`--${name} is no number from 1 to 9999999: found "${text}".\n`);
    process.exit(2);
  }
  return Number(text);
}

if (values.help) {
  process.stdout.write(HELP);
} else {
  const [count, seed] = [numberOf('count'), numberOf('seed')];
  const { lines, holds } = await runDifferential(count, seed);
  for (const line of lines) say(line);
  if (!holds) process.exitCode = 1;
}
