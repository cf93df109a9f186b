import { amount, amounts } from '@eventbridge-kit/node-kit/options';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineBench } from '../bench.ts';
import { formatGoals } from '../goal.ts';
import { thisMachine } from '../machine.ts';
import { say } from '../say.ts';
import { formatTable } from '@eventbridge-kit/testkit/machine/table';
import { checkGoals } from './goals.ts';
import { measureCases, measureMemory, type Plan } from './measure.ts';
import { HEAD, rowsOf } from './report.ts';

const RESULTS = new URL('../../.cache/bench/', import.meta.url);

const bench = defineBench({
  summary:
    'Live validation in Chromium: an edit until its result is painted, beside the stock linting and no linting at all.',
  options: {
    sizes: amounts('sizes', [10, 100, 1000, 5000], 'Tasks of the diagrams, edited with the root selected.'),
    selectedSizes: amounts('selected', [10, 100], 'The same with the edited task selected.'),
    rounds: amount('rounds', 1, 'Turns of each side in each diagram, each in a page of its own.', 1),
    edits: amount('edits', 60, 'Edits in a turn.', 1),
    budgetSeconds: amount('budget', 8, 'No further edit is begun in a turn after this time, in seconds.'),
    memoryEdits: amount('memory', 10_000, 'Edits of the look at memory, 0 for none.'),
  },
  notes:
    'Sides: host (the modeler alone), ours (with live validation), stock (with @camunda/linting, linting each edit at once).',

  run: async ({ budgetSeconds, ...options }) => {
    const plan: Plan = { ...options, budgetMs: budgetSeconds * 1000 };
    const machine = thisMachine();
    say(`Node ${machine.node}, ${machine.platform}, ${machine.cores} cores of ${machine.cpu}`);
    const cases = await measureCases(plan, say);
    const memory = plan.memoryEdits > 0 ? await measureMemory(plan.memoryEdits) : undefined;
    say('');
    formatTable(HEAD, rowsOf(cases)).forEach(say);
    say('');
    const goals = checkGoals(cases, memory);
    formatGoals('ours', goals).forEach(say);
    mkdirSync(RESULTS, { recursive: true });
    const file = new URL('validation.json', RESULTS);
    writeFileSync(file, `${JSON.stringify({ machine, plan, cases, memory, goals }, undefined, 2)}\n`);
    say('');
    say(`Written to ${fileURLToPath(file)}`);
  },
});

export default bench;
