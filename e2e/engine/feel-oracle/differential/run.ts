/**
 * Our FEEL beside Camunda's own library, on generated expressions: `npm run feel:differential [-- options]`.
 */
import { amount, HELP_OPTIONS, processPort, startProgram } from '@eventbridge-kit/node-kit/options';
import { runDifferential } from './differential.ts';
import { LIBRARY_NAME } from '../recording.ts';
import { say } from '@eventbridge-kit/testkit/machine/say';

const started = startProgram(
  {
    name: 'npm run feel:differential --',
    introduction: `Our FEEL beside ${LIBRARY_NAME} (Apache License 2.0, fetched once a user), on generated expressions.`,
    options: {
      count: amount('count', 20_000, 'How many expressions.', 1),
      seed: amount('seed', 1, 'The same expressions for the same seed.'),
      ...HELP_OPTIONS,
    },
    epilogue:
      'Says how many agree, differ and are unknown, each kind of difference with its shortest examples. It fails when a difference has no reason in e2e/engine/feel-oracle/differential/reasons.ts, or when more than 5 % are unknown. Needs Java 21 or newer and Maven.',
  },
  processPort(import.meta.url),
);

if (started.run) {
  const { lines, holds } = await runDifferential(started.options.count, started.options.seed);
  for (const line of lines) say(line);
  if (!holds) process.exitCode = 1;
} else process.exitCode = started.exitCode;
