import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { amount } from '@eventbridge-kit/node-kit/options';
import { chromiumArguments } from '@eventbridge-kit/testkit/machine/chromium-arguments';
import { requireChromium } from '@eventbridge-kit/testkit/machine/chromium';
import { root } from '@eventbridge-kit/testkit/machine/project';
import { chromium } from 'playwright';
import { builtPage } from '@eventbridge-kit/demo';
import { buildPage } from '../../demo/src/server/page/build-page.ts';
import { defineBench } from '../bench.ts';
import { atMost, formatGoals } from '../goal.ts';
import { thisMachine } from '../machine.ts';
import { say } from '../say.ts';
import { formatTable } from '@eventbridge-kit/testkit/machine/table';
import { measureCases } from '../validation/measure.ts';
import { percentile } from '../validation/report.ts';
import { startServer } from './server.ts';
import { newContext, visit, type Visit } from './visit.ts';
import { measureWork, type WorkTimes } from './work.ts';

const RESULTS = new URL('../../.cache/bench/', import.meta.url);
const PLAIN = fileURLToPath(new URL('plain', import.meta.url));

/** One start of a server, with a first visit and a second one. */
interface Round {
  readonly addressMs: number;
  readonly cold: Visit;
  readonly warm: Visit;
  readonly work?: WorkTimes;
}

const bench = defineBench({
  summary: "The demo's first minute in Chromium, beside a page with Camunda's modeler alone on the same server.",
  options: {
    rounds: amount('rounds', 5, 'Starts of each server, in turns.', 1),
    edits: amount('edits', 40, 'Edits with their task selected, in each of five turns.', 1),
  },

  run: async ({ rounds, edits }) => {
    const machine = thisMachine();
    say(`Node ${machine.node}, ${machine.platform}, ${machine.cores} cores of ${machine.cpu}`);
    const executablePath = await requireChromium();
    await builtPage();
    const plain = mkdtempSync(join(tmpdir(), 'eventbridge-kit-plain-'));
    try {
      await buildPage(plain, PLAIN);
      const sides = {
        demo: ['demo/bin/demo.js', '--port', '0'],
        plain: ['--conditions=eventbridge-kit', '--import', 'tsx', 'bench/demo/serve-plain.ts', plain],
      };
      const results: Record<keyof typeof sides, Round[]> = { demo: [], plain: [] };
      for (let round = 0; round < rounds; round++) {
        for (const side of ['demo', 'plain'] as const)
          results[side].push(await oneRound(executablePath, sides[side], side === 'demo'));
        say(`measured: round ${round + 1} of ${rounds}`);
      }
      const edit = await measureEdits(edits);
      report(results, edit, machine);
    } finally {
      rmSync(plain, { recursive: true, force: true });
    }
  },
});

async function oneRound(executablePath: string, args: readonly string[], isDemo: boolean): Promise<Round> {
  const browser = await chromium.launch({
    executablePath,
    args: [...chromiumArguments(), '--enable-precise-memory-info', '--js-flags=--expose-gc'],
  });
  const server = await startServer(args, root);
  try {
    const context = await newContext(browser);
    const page = await context.newPage();
    const cold = await visit(page, () => page.goto(server.url));
    const warm = await visit(page, () => page.reload());
    return { addressMs: server.addressMs, cold, warm, ...(isDemo && { work: await measureWork(page) }) };
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** Median of an edit until it is painted, with ten tasks and the edited one selected, in milliseconds. */
async function measureEdits(edits: number): Promise<Readonly<Record<'demo' | 'plain', number>>> {
  const plan = { sides: ['host', 'ours'] as const, sizes: [], selectedSizes: [10], rounds: 5, edits, budgetMs: 8_000 };
  const cases = await measureCases({ ...plan, memoryEdits: 0 }, say);
  const of = (side: string): number => percentile(cases.find((one) => one.side === side)?.ms ?? [], 50);
  return { demo: of('ours'), plain: of('host') };
}

type Results = Readonly<Record<'demo' | 'plain', readonly Round[]>>;

function report(results: Results, edit: Readonly<Record<'demo' | 'plain', number>>, machine: object): void {
  const median = (side: 'demo' | 'plain', of: (round: Round) => number | undefined): number =>
    percentile(
      results[side].map((round) => of(round) ?? NaN),
      50,
    );
  const both = (what: string, of: (round: Round) => number, digits = 0): readonly string[] => {
    const [demo, plain] = [median('demo', of), median('plain', of)];
    return [what, demo.toFixed(digits), plain.toFixed(digits), (demo / plain).toFixed(2)];
  };
  const alone = (what: string, of: (round: Round) => number | undefined): readonly string[] => [
    what,
    median('demo', of).toFixed(0),
    '-',
    '-',
  ];
  const rows = [
    both('address printed, ms', ({ addressMs }) => addressMs),
    both('cold start to interactive, ms', ({ cold }) => cold.interactiveMs),
    both('warm, ms', ({ warm }) => warm.interactiveMs),
    both('requests', ({ cold }) => cold.requests),
    both('megabytes, unpacked', ({ cold }) => cold.bytes / 1e6, 1),
    both('heap, megabytes', ({ warm }) => warm.heapBytes / 1e6, 1),
    alone('send to event in the list, first, ms', ({ work }) => work?.firstSendMs),
    alone('send to event in the list, later, ms', ({ work }) => work && percentile(work.sendMs, 50)),
    alone('key to message, ms', ({ work }) => work && percentile(work.messageMs, 50)),
    [
      'edit with its task selected, ms',
      edit.demo.toFixed(1),
      edit.plain.toFixed(1),
      (edit.demo / edit.plain).toFixed(2),
    ],
  ];
  say('');
  formatTable(['', 'demo', 'modeler alone', 'x'], rows).forEach(say);
  const times = (of: (round: Round) => number): number => median('demo', of) / median('plain', of);
  const goals = [
    atMost(
      'address printed, ms',
      median('demo', ({ addressMs }) => addressMs),
      600,
      0,
    ),
    atMost(
      'cold start, times the modeler alone',
      times(({ cold }) => cold.interactiveMs),
      1.3,
      2,
    ),
    atMost(
      'warm, times the modeler alone',
      times(({ warm }) => warm.interactiveMs),
      1.3,
      2,
    ),
    atMost(
      'requests',
      median('demo', ({ cold }) => cold.requests),
      40,
      0,
    ),
    atMost('edit with its task selected, times the modeler alone', edit.demo / edit.plain, 1.15, 2),
  ];
  say('');
  formatGoals('the demo', goals).forEach(say);
  mkdirSync(RESULTS, { recursive: true });
  const file = new URL('demo.json', RESULTS);
  writeFileSync(file, `${JSON.stringify({ machine, results, edit, goals }, undefined, 2)}\n`);
  say('');
  say(`Written to ${fileURLToPath(file)}`);
}

export default bench;
