import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readNumberLists } from '../arguments.ts';
import type { Bench } from '../bench.ts';
import { formatGoals } from '../goal.ts';
import { thisMachine } from '../machine.ts';
import { say } from '../say.ts';
import { checkGoals } from './goals.ts';
import { measure, type Plan } from './measure.ts';
import { formatCell } from './report.ts';
import { variants, type VariantName } from './variants/index.ts';

const RESULTS = new URL('../../.cache/bench/', import.meta.url);

const DEFAULTS = { service: [0, 5, 20, 50], 'in-flight': [1, 50, 500], rounds: [3], round: [500], 'warm-up': [1500] };

const bench: Bench = {
  summary: 'Ways to send events: a client per event, a shared client, ours, and the floor below them all.',
  usage: [
    `  --service LIST     service times of the endpoint, in milliseconds, default ${DEFAULTS.service.join(',')}`,
    `  --in-flight LIST   events under way at a time, default ${DEFAULTS['in-flight'].join(',')}`,
    `  --rounds N         turns of each variant under each load, default ${DEFAULTS.rounds.join()}`,
    `  --round MS         length of a turn, in milliseconds, default ${DEFAULTS.round.join()}`,
    `  --warm-up MS       length of the first, uncounted turn, in milliseconds, default ${DEFAULTS['warm-up'].join()}`,
    '',
    'Variants:',
    ...Object.entries(variants).map(([name, { summary }]) => `  ${name.padEnd(18)} ${summary}`),
  ].join('\n'),

  run: async (args) => {
    const options = readNumberLists(args, DEFAULTS);
    const plan: Plan = {
      variants: Object.keys(variants) as VariantName[], // the keys of the table are its names
      servicesMs: options.service,
      inFlight: options['in-flight'],
      rounds: options.rounds[0] ?? 1,
      roundMs: options.round[0] ?? 500,
      warmUpMs: options['warm-up'][0] ?? 0,
    };
    const machine = thisMachine();
    say(`Node ${machine.node}, ${machine.platform}, ${machine.cores} cores of ${machine.cpu}`);
    say('Each variant and the endpoint in a process of its own; RSS includes the TypeScript loader of about 25 MiB.');
    say('');
    const results = await measure(plan, (cell) => formatCell(cell).forEach(say));
    const goals = checkGoals(results);
    formatGoals('batched', goals).forEach(say);
    mkdirSync(RESULTS, { recursive: true });
    const file = new URL('worker.json', RESULTS);
    writeFileSync(file, `${JSON.stringify({ machine, plan, results, goals }, undefined, 2)}\n`);
    say('');
    say(`Written to ${fileURLToPath(file)}`);
  },
};

export default bench;
