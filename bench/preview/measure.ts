import { rowsOfTasks, taskId } from '../../e2e/lab/diagram.ts';
import type { EditResult } from '../../e2e/lab/measure.ts';
import type { PreviewTimes } from '../../e2e/lab/preview.ts';
import { withLab, withPage } from '../with-lab.ts';

export interface Plan {
  /** Sizes of the samples, in kB of 1,000 bytes. */
  readonly sizes: readonly number[];
  readonly keys: number;
  readonly edits: number;
}

export interface TypingResult {
  readonly sampleKb: number;
  readonly ms: readonly number[];
  readonly longTasksMs: readonly number[];
}

/** What an edit of the diagram takes with the module and without it, its panel closed. */
export interface ClosedResult {
  readonly host: EditResult;
  readonly closed: EditResult;
  /** Scripts that the page loaded for the panel or its preview while it was closed. */
  readonly loaded: readonly string[];
}

/** Time between two keys, in milliseconds: a fast typist's. */
const BETWEEN_KEYS_MS = 120;

/** A sample of about this size, with the text that is typed at its start. */
function sampleOf(kb: number): string {
  const items: object[] = [];
  const item = { sku: 'TEA-01', quantity: 2, price: 12.5, note: 'a text as long as most are' };
  const size = JSON.stringify(item, null, 2).length + 30;
  for (let bytes = 0; bytes < kb * 1_000; bytes += size) items.push({ ...item, sku: `TEA-${items.length}` });
  return JSON.stringify({ tenant: '', bucket: 'orders', order: { id: 'A-1', items } }, null, 2);
}

export async function measureTyping(plan: Plan, say: (line: string) => void): Promise<TypingResult[]> {
  return withLab(async (browser, url) => {
    const results: TypingResult[] = [];
    for (const sampleKb of plan.sizes) {
      results.push(
        await withPage(browser, url, async (page) => {
          await page.evaluate(([xml]) => window.lab.open({ validation: true, linting: false, testSend: true }, xml), [
            rowsOfTasks(10),
          ] as const);
          const times = await page.evaluateHandle(([id, sample]) => window.lab.openPreview(id, sample), [
            taskId(3),
            sampleOf(sampleKb),
          ] as const);
          await page.getByRole('textbox', { name: 'Sample variables' }).click();
          for (const key of ['ControlOrMeta+Home', 'ArrowDown', 'End', 'ArrowLeft', 'ArrowLeft'])
            await page.keyboard.press(key);
          // the first ones warm the page up
          for (let key = 0; key < plan.keys + 10; key += 1) {
            await page.keyboard.press('abcdefghij'[key % 10] ?? 'x');
            await page.waitForTimeout(BETWEEN_KEYS_MS);
            if (key === 9)
              await times.evaluate((all: PreviewTimes) => void ((all.ms.length = 0), (all.longTasksMs.length = 0)));
          }
          const { ms, longTasksMs } = await times.evaluate((all: PreviewTimes) => {
            all.stop();
            return { ms: all.ms, longTasksMs: all.longTasksMs };
          });
          return { sampleKb, ms, longTasksMs };
        }),
      );
      say(`measured: ${plan.keys} keys in a sample of ${sampleKb} kB`);
    }
    return results;
  });
}

export async function measureClosed({ edits }: Plan, say: (line: string) => void): Promise<ClosedResult> {
  return withLab(async (browser, url) => {
    const of = (testSend: boolean): Promise<readonly [EditResult, readonly string[]]> =>
      withPage(browser, url, async (page) => {
        const scripts: string[] = [];
        page.on('request', (request) => scripts.push(new URL(request.url()).pathname));
        await page.evaluate(([options, xml]) => window.lab.open(options, xml), [
          { validation: false, linting: false, testSend },
          rowsOfTasks(100),
        ] as const);
        const plan = { taskId: taskId(50), selects: 'task' as const, edits, budgetMs: 60_000 };
        const result = await page.evaluate((given) => window.lab.measureEdits(given), plan);
        say(`measured: ${edits} edits ${testSend ? 'with test send, closed' : 'of the modeler alone'}`);
        return [result, scripts] as const;
      });
    const [host] = await of(false);
    const [closed, loaded] = await of(true);
    return { host, closed, loaded };
  });
}
