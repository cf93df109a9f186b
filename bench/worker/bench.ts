import { amount, amounts } from '@eventbridge-kit/node-kit/options';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineBench } from '../bench.ts';
import { formatGoals } from '../goal.ts';
import { thisMachine } from '../machine.ts';
import { say } from '../say.ts';
import { checkGoals } from './goals.ts';
import { measure, type Plan } from './measure.ts';
import { formatCell } from './report.ts';
import { variants, type VariantName } from './variants/index.ts';

const RESULTS = new URL('../../.cache/bench/', import.meta.url);

const bench = defineBench({
  summary: 'Ways to send events: a client per event, a shared client, ours, and the floor below them all.',
  options: {
    servicesMs: amounts('service', [0, 5, 20, 50], 'Service times of the endpoint, in milliseconds.'),
    inFlight: amounts('in-flight', [1, 50, 500], 'Events under way at a time.'),
    rounds: amount('rounds', 3, 'Turns of each variant under each load.', 1),
    roundMs: amount('round', 500, 'Length of a turn, in milliseconds.', 1),
    warmUpMs: amount('warm-up', 1500, 'Length of the first, uncounted turn, in milliseconds.'),
  },
  notes: [
    'Variants:',
    ...Object.entries(variants).map(([name, { summary }]) => `  ${name.padEnd(18)} ${summary}`),
  ].join('\n'),

  run: async (options) => {
    const plan: Plan = { ...options, variants: Object.keys(variants) as VariantName[] }; // the keys of the table are its names
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
});

export default bench;
