import type { Browser } from 'playwright';
import { rowsOfTasks, taskId } from '../../e2e/lab/diagram.ts';
import type { EditPlan, EditResult } from '../../e2e/lab/measure.ts';
import { withLab, withPage } from '../with-lab.ts';

export interface Plan {
  /** Default: all. */
  readonly sides?: readonly Side[];
  readonly sizes: readonly number[];
  readonly selectedSizes: readonly number[];
  readonly rounds: number;
  readonly edits: number;
  readonly budgetMs: number;
  readonly memoryEdits: number;
}

/** What is in the page beside the modeler, and what shows that it has judged an edit. */
export const SIDES = {
  host: { options: { validation: false, linting: false } },
  ours: { options: { validation: true, linting: false }, mark: 'bjse-issues' },
  stock: { options: { validation: false, linting: true }, mark: 'linting' },
} as const;

export type Side = keyof typeof SIDES;

export interface CaseResult extends EditResult {
  readonly side: Side;
  readonly tasks: number;
  readonly selects: EditPlan['selects'];
}

/** Bytes in use after each tenth of the edits. */
export interface MemoryResult {
  readonly edits: number;
  readonly bytes: Readonly<Record<'host' | 'ours', readonly number[]>>;
}

/** The heap, collected and counted to the byte. */
const MEMORY_FLAGS = ['--enable-precise-memory-info', '--js-flags=--expose-gc'];

const names = Object.keys(SIDES) as Side[]; // the keys of the table are its names

/** Sides take turns in each diagram; every turn has a page of its own, so that none inherits another's garbage. */
export async function measureCases(plan: Plan, onDone: (line: string) => void): Promise<CaseResult[]> {
  return withLab(async (browser, url) => {
    const results: CaseResult[] = [];
    const diagrams = [
      ...plan.sizes.map((tasks) => ({ tasks, selects: 'root' as const })),
      ...plan.selectedSizes.map((tasks) => ({ tasks, selects: 'task' as const })),
    ];
    for (const { tasks, selects } of diagrams) {
      const xml = rowsOfTasks(tasks);
      const sides = plan.sides ?? names;
      const turns: Record<Side, EditResult[]> = { host: [], ours: [], stock: [] };
      const slow = new Set<Side>();
      for (let round = 0; round < plan.rounds; round++) {
        // One that is slow for itself is slow in the next turn too.
        for (const side of sides.filter((one) => !slow.has(one))) {
          const begin = performance.now();
          const edited = { taskId: taskId(Math.floor(tasks / 2)), selects, ...plan };
          turns[side].push(await turn(browser, url, side, xml, edited));
          if (performance.now() - begin > 5 * plan.budgetMs) slow.add(side);
        }
      }
      for (const side of sides) {
        results.push({ side, tasks, selects, ...together(turns[side]) });
        onDone(`measured: ${side}, ${tasks} tasks, ${selects} selected`);
      }
    }
    return results;
  }, MEMORY_FLAGS);
}

async function turn(
  browser: Browser,
  url: string,
  side: Side,
  xml: string,
  { taskId: id, selects, edits, budgetMs }: EditPlan,
): Promise<EditResult> {
  const setting = SIDES[side];
  const plan: EditPlan = { taskId: id, selects, edits, budgetMs, ...('mark' in setting && { mark: setting.mark }) };
  return withPage(browser, url, async (page) => {
    await page.evaluate(([options, text]) => window.lab.open(options, text), [setting.options, xml] as const);
    return page.evaluate((given) => window.lab.measureEdits(given), plan);
  });
}

/** The same edits with and without our module: what the host itself keeps of an edit is not ours. */
export async function measureMemory(edits: number): Promise<MemoryResult> {
  return withLab(async (browser, url) => {
    const of = (side: Side): Promise<readonly number[]> =>
      withPage(browser, url, async (page) => {
        await page.evaluate(([options, text]) => window.lab.open(options, text), [
          SIDES[side].options,
          rowsOfTasks(100),
        ] as const);
        return page.evaluate((count) => window.lab.measureHeap(count), edits);
      });
    return { edits, bytes: { host: await of('host'), ours: await of('ours') } };
  }, MEMORY_FLAGS);
}

function together(turns: readonly EditResult[]): EditResult {
  const all = (of: (turn: EditResult) => readonly number[]): number[] => turns.flatMap(of);
  return {
    ms: all(({ ms }) => ms),
    commandMs: all(({ commandMs }) => commandMs),
    ownMs: all(({ ownMs }) => ownMs),
    idleMs: all(({ idleMs }) => idleMs),
    longTasksMs: all(({ longTasksMs }) => longTasksMs),
    lost: turns.reduce((sum, { lost }) => sum + lost, 0),
  };
}
