import { amount, amounts } from '@eventbridge-kit/node-kit/options';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineBench } from '../bench.ts';
import { atMost, formatGoals } from '../goal.ts';
import { thisMachine } from '../machine.ts';
import { say } from '../say.ts';
import { formatTable } from '@eventbridge-kit/testkit/machine/table';
import { longest, percentile } from '../validation/report.ts';
import { measureClosed, measureTyping } from './measure.ts';

const RESULTS = new URL('../../.cache/bench/', import.meta.url);

/** From the key to the painted preview, in milliseconds, for samples of at most so many kB. */
const MAX_P95_MS = 50;
const MAX_SAMPLE_KB = 100;

/** Less than this is not to be told from the noise of a page, in milliseconds. */
const NOISE_MS = 1;

const bench = defineBench({
  summary:
    'Test send in Chromium: a key in the sample variables until the new preview is painted; edits with the panel closed.',
  options: {
    sizes: amounts('sizes', [1, 100, 1000], 'Sizes of the sample variables, in kB.'),
    keys: amount('keys', 60, 'Keys that count, for each size.', 1),
    edits: amount('edits', 60, 'Edits of the diagram, with the module and without it.', 1),
  },
  run: async (plan) => {
    const machine = thisMachine();
    say(`Node ${machine.node}, ${machine.platform}, ${machine.cores} cores of ${machine.cpu}`);
    const typing = await measureTyping(plan, say);
    const closed = await measureClosed(plan, say);
    say('');
    formatTable(
      ['sample kB', 'keys', 'median ms', 'p95 ms', 'long tasks', 'longest ms'],
      typing.map(({ sampleKb, ms, longTasksMs }) => [
        String(sampleKb),
        String(ms.length),
        percentile(ms, 50).toFixed(1),
        percentile(ms, 95).toFixed(1),
        String(longTasksMs.length),
        longest(longTasksMs).toFixed(0),
      ]),
    ).forEach(say);
    say('');
    const closedMs = percentile(closed.closed.commandMs, 50) - percentile(closed.host.commandMs, 50);
    const goals = [
      ...typing
        .filter(({ sampleKb }) => sampleKb <= MAX_SAMPLE_KB)
        .map(({ sampleKb, ms }) =>
          atMost(`key to painted preview, p95 ms, ${sampleKb} kB`, percentile(ms, 95), MAX_P95_MS, 1),
        ),
      atMost('what an edit takes longer with the panel closed, median ms', closedMs, NOISE_MS, 2),
      atMost('files loaded for a closed panel', closed.loaded.length, 0, 0),
    ];
    formatGoals('ours', goals).forEach(say);
    mkdirSync(RESULTS, { recursive: true });
    const file = new URL('preview.json', RESULTS);
    writeFileSync(file, `${JSON.stringify({ machine, plan, typing, closed, goals }, undefined, 2)}\n`);
    say('');
    say(`Written to ${fileURLToPath(file)}`);
  },
});

export default bench;
