import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readNumberLists } from '../arguments.ts';
import type { Bench } from '../bench.ts';
import { formatGoals } from '../goal.ts';
import { thisMachine } from '../machine.ts';
import { say } from '../say.ts';
import { formatTable } from '../table.ts';
import { checkGoals } from './goals.ts';
import { measureCases, measureMemory, type Plan } from './measure.ts';
import { HEAD, rowsOf } from './report.ts';

const RESULTS = new URL('../../.cache/bench/', import.meta.url);

const DEFAULTS = {
  sizes: [10, 100, 1000, 5000],
  selected: [10, 100],
  rounds: [1],
  edits: [60],
  budget: [8],
  memory: [10_000],
};

const bench: Bench = {
  summary:
    'Live validation in Chromium: an edit until its result is painted, beside the stock linting and no linting at all.',
  usage: [
    `  --sizes LIST       tasks of the diagrams, edited with the root selected, default ${DEFAULTS.sizes.join(',')}`,
    `  --selected LIST    the same with the edited task selected, default ${DEFAULTS.selected.join(',')}`,
    `  --rounds N         turns of each side in each diagram, each in a page of its own, default ${DEFAULTS.rounds.join()}`,
    `  --edits N          edits in a turn, default ${DEFAULTS.edits.join()}`,
    `  --budget S         no further edit is begun in a turn after this time, in seconds, default ${DEFAULTS.budget.join()}`,
    `  --memory N         edits of the look at memory, 0 for none, default ${DEFAULTS.memory.join()}`,
    '',
    'Sides: host (the modeler alone), ours (with live validation), stock (with @camunda/linting, linting each edit at once).',
  ].join('\n'),

  run: async (args) => {
    const options = readNumberLists(args, DEFAULTS);
    const plan: Plan = {
      sizes: options.sizes,
      selectedSizes: options.selected,
      rounds: options.rounds[0] ?? 1,
      edits: options.edits[0] ?? 1,
      budgetMs: (options.budget[0] ?? 1) * 1000,
      memoryEdits: options.memory[0] ?? 0,
    };
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
};

export default bench;
