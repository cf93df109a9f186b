import { writeInput, writeResultVariable } from './edit.ts';
import { becomes, painted, pause, Pieces } from './pace.ts';
import type { LabModeler } from './types.ts';

const FIELD = 'configuration.region';

/** Neither stock linting nor ours misses a required field that is empty: both are waited for with the same edit. */
const TEXTS = ['', 'eu-central-1'] as const;

/** No edit is waited for longer than this, in milliseconds. */
const GIVE_UP_MS = 30_000;

export interface EditPlan {
  readonly taskId: string;
  readonly edits: number;
  /** No further edit is begun after this time, in milliseconds; one is always made. */
  readonly budgetMs: number;
  readonly selects: 'root' | 'task';
  /** Type of the overlay that shows what was found in the edit; nothing to wait for without it. */
  readonly mark?: string;
}

export interface EditResult {
  /** Edit to painted, in milliseconds, for each edit. */
  readonly ms: readonly number[];
  /** The part of it in which the edit's own command ran, listeners included. */
  readonly commandMs: readonly number[];
  /** The part of that in which our listener ran; and our pieces of work in idle moments. */
  readonly ownMs: readonly number[];
  readonly idleMs: readonly number[];
  /** Durations of the browser's long tasks while all this went on, in milliseconds. */
  readonly longTasksMs: readonly number[];
  /** Edits whose mark did not come. */
  readonly lost: number;
}

/** Edits before those that count, or as many as fit into this part of the time. */
const WARM_UP_EDITS = 4;
const WARM_UP_PART = 0.25;

/** Edits of a result variable, and the time for validation to compare it with those of all tasks, in milliseconds. */
const COMPARING_EDITS = 4;
const COMPARING_MS = 600;

const AROUND_OURS = { before: 501, after: 499 } as const;

/** Edits one field again and again, and takes the time until the result is on the screen. */
export async function measureEdits(modeler: LabModeler, idle: Pieces, plan: EditPlan): Promise<EditResult> {
  const element = modeler.get('elementRegistry').get(plan.taskId);
  if (!element) throw new Error(`the diagram has no element "${plan.taskId}"`);
  modeler.get('selection').select(plan.selects === 'task' ? element : null);
  const ownMs = timeOurListener(modeler);
  const longTasksMs: number[] = [];
  const observer = new PerformanceObserver((list) => {
    longTasksMs.push(...list.getEntries().map(({ duration }) => duration));
  });
  await pause(500);
  const { mark } = plan;
  const isMarked = (): boolean =>
    mark !== undefined && modeler.get('overlays').get({ element: plan.taskId, type: mark }).length > 0;
  const command = new Pieces();
  const ms: number[] = [];
  let lost = 0;
  const begin = performance.now();
  const isOver = (part: number): boolean => performance.now() > begin + plan.budgetMs * part;
  let isCounted = false;
  for (let edit = 0; !isCounted || ms.length < plan.edits; edit++) {
    if (!isCounted && (edit === WARM_UP_EDITS || isOver(WARM_UP_PART))) {
      isCounted = true;
      for (const list of [ownMs, idle.ms, command.ms, ms]) list.length = 0;
      observer.observe({ entryTypes: ['longtask'] });
    }
    if (isOver(1) && isCounted && ms.length > 0) break;
    // Users do not wait for the start of a frame: fractions of one, in no particular order.
    await pause(20 + ((edit * 7) % 17));
    const text = TEXTS[edit % 2] ?? '';
    const start = performance.now();
    command.time(() => writeInput(modeler, element, FIELD, text));
    const wanted = text === '';
    if (mark !== undefined && isMarked() !== wanted && !(await becomes(() => isMarked() === wanted, GIVE_UP_MS)))
      lost++;
    ms.push((await painted()) - start);
  }
  // Edits that make validation compare every task: what it does in idle moments then.
  for (let edit = 0; edit < COMPARING_EDITS; edit++) {
    writeResultVariable(modeler, element, `sent_again_${edit}`);
    await pause(COMPARING_MS);
  }
  observer.disconnect();
  return { ms, commandMs: [...command.ms], ownMs, idleMs: [...idle.ms], longTasksMs, lost };
}

/** Time between a listener just before ours and one just after it. */
function timeOurListener(modeler: LabModeler): number[] {
  const ms: number[] = [];
  let start = 0;
  modeler.get('eventBus').on('elements.changed', AROUND_OURS.before, () => {
    start = performance.now();
  });
  modeler.get('eventBus').on('elements.changed', AROUND_OURS.after, () => {
    ms.push(performance.now() - start);
  });
  return ms;
}

/** Chromium's own, with `--enable-precise-memory-info` and `--js-flags=--expose-gc`. */
interface Gauges {
  readonly gc: () => void;
  readonly performance: { readonly memory: { readonly usedJSHeapSize: number } };
}

async function heapBytes(): Promise<number> {
  const gauges = window as unknown as Gauges; // flags of the browser, see above
  await pause(300);
  gauges.gc();
  await pause(50);
  gauges.gc();
  return gauges.performance.memory.usedJSHeapSize;
}

/** Bytes in use after each tenth of the edits, garbage taken out. What can be undone is forgotten: it is the host's. */
export async function measureHeap(modeler: LabModeler, edits: number): Promise<readonly number[]> {
  const tasks = modeler.get('elementRegistry').filter(({ id }) => /^Task_\d+$/.test(id));
  const bytes: number[] = [];
  for (let edit = 0; edit <= edits; edit++) {
    if (edit % (edits / 10) === 0) {
      modeler.get('commandStack').clear(false);
      bytes.push(await heapBytes());
    }
    const task = tasks[edit % tasks.length];
    if (task) writeInput(modeler, task, FIELD, `eu-central-${edit % 10}`);
    if (edit % 50 === 0) {
      modeler.get('commandStack').clear(false);
      await painted();
    }
  }
  return bytes;
}
