import { amount, amounts } from '@eventbridge-kit/node-kit/options';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { buildPlugin } from '../../desktop-modeler/build/build-plugin.ts';
import { rowsOfTasks } from '../../e2e/lab/diagram.ts';
import { buildStandIn } from '../../e2e/stand-in/build-stand-in.ts';
import { ModelerApp, unpack } from '../../e2e/stand-in/modeler-app.ts';
import type { LintTimes } from '../../e2e/stand-in/types.ts';
import { chromiumArguments } from '@eventbridge-kit/testkit/machine/chromium-arguments';
import { requireChromium } from '@eventbridge-kit/testkit/machine/chromium';
import { defineBench } from '../bench.ts';
import { atMost, formatGoals } from '../goal.ts';
import { thisMachine } from '../machine.ts';
import { say } from '../say.ts';
import { formatTable } from '@eventbridge-kit/testkit/machine/table';

const CACHE = new URL('../../.cache/', import.meta.url);

/** Most that our part of one native lint may take, in milliseconds. */
const MAX_OURS_MS = 5;

/** Runs before those that count: in the first ones V8 compiles what the later ones run. */
const WARM_UP = 10;

interface Case {
  readonly tasks: number;
  readonly times: LintTimes;
}

const bench = defineBench({
  summary: "Desktop Modeler's own lint in Chromium, with the plugin and without it, in the stand-in for its window.",
  options: {
    sizes: amounts('sizes', [10, 100, 1000], 'Tasks of the diagrams.'),
    runs: amount('runs', 20, 'Lints of each side in each diagram.', 1),
  },
  notes:
    'Columns: the median of a whole lint without us and with us, and of the time in our own code; ours at the 95th percentile. The loop does the same work each time: what it takes longer, other work on the machine makes of it.',

  run: async ({ sizes, runs }) => {
    const machine = thisMachine();
    say(`Node ${machine.node}, ${machine.platform}, ${machine.cores} cores of ${machine.cpu}`);
    const cases = await measureAll(sizes, runs);
    const head = ['tasks', 'without us', 'with us', 'our part', 'p95', 'a loop', 'p95'];
    const rows = cases.map(({ tasks, times: { without, withUs, ours, loop } }) => [
      String(tasks),
      ms(at(without, 0.5)),
      ms(at(withUs, 0.5)),
      ms(at(ours, 0.5)),
      ms(at(ours, 0.95)),
      ms(at(loop, 0.5)),
      ms(at(loop, 0.95)),
    ]);
    say('');
    formatTable(head, rows).forEach(say);
    const goals = cases.flatMap(({ tasks, times: { ours } }) =>
      [0.5, 0.95].map((part) =>
        atMost(`our part of a lint of ${tasks} tasks, ms (p${part * 100})`, at(ours, part), MAX_OURS_MS, 2),
      ),
    );
    say('');
    formatGoals('ours', goals).forEach(say);
    const file = new URL('bench/modeler-lint.json', CACHE);
    mkdirSync(new URL('.', file), { recursive: true });
    writeFileSync(file, `${JSON.stringify({ machine, cases, goals }, undefined, 2)}\n`);
    say('');
    say(`Written to ${fileURLToPath(file)}`);
  },
});

export default bench;

async function measureAll(sizes: readonly number[], runs: number): Promise<readonly Case[]> {
  const outDir = fileURLToPath(new URL('desktop-modeler-bench/', CACHE));
  const { zip } = await buildPlugin({ outDir, version: '0.0.0' });
  const unpacked = unpack(zip);
  const app = new ModelerApp(unpacked.resources);
  const index = await buildStandIn();
  const browser = await chromium.launch({ executablePath: await requireChromium(), args: chromiumArguments() });
  const cases: Case[] = [];
  for (const tasks of sizes) {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    await app.openWindow(page, index);
    await page.evaluate((xml) => window.standInHost.open(xml), rowsOfTasks(tasks));
    await page.evaluate(() => window.standInHost.reports());
    const all = await page.evaluate((count) => window.standInHost.measure(count), runs + WARM_UP);
    const { without, withUs, ours, loop } = all;
    const counted = (list: readonly number[]): readonly number[] => list.slice(WARM_UP);
    cases.push({
      tasks,
      times: { without: counted(without), withUs: counted(withUs), ours: counted(ours), loop: counted(loop) },
    });
    await page.close();
    say(`  ${tasks} tasks done`);
  }
  await browser.close();
  app.quit();
  unpacked.remove();
  return cases;
}

/** By the nearest rank: of 20 values the 19th is the 95th percentile. */
function at(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * part) - 1] ?? NaN;
}

function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}
