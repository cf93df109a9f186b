/**
 * Takes the pictures of first examples that no page shows: the generator's template in a modeler, FEEL's answer in a
 * terminal. What they show is what the READMEs say, which `npm run package:matrix` holds to what is so:
 * `node scripts/run.js pictures/first-examples.ts`.
 */
import { requireChromium } from '@eventbridge-kit/testkit/machine/chromium';
import { chromiumArguments } from '@eventbridge-kit/testkit/machine/chromium-arguments';
import { runQuietly } from '@eventbridge-kit/testkit/machine/command';
import { root } from '@eventbridge-kit/testkit/machine/project';
import { say } from '@eventbridge-kit/testkit/machine/say';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { withDemoPage } from './demo-page.ts';
import { readBlocks, type Block } from '../packaging/readme/blocks.ts';

function pictureOf(name: string): string {
  return join(root, 'docs', 'pictures', `${name}.png`);
}

function blocksOf(room: string): Block[] {
  return readBlocks(readFileSync(join(root, room, 'README.md'), 'utf8'));
}

/** The demo's modeler as the browser's console sees it. */
interface ConsoleModeler {
  createDiagram(): Promise<unknown>;
  get(service: 'elementTemplatesLoader'): { setTemplates(templates: readonly object[]): void };
  get(service: 'elementTemplates'): { createElement(template: object): object };
  get(service: 'modeling'): { createShape(shape: object, place: object, parent: object): object };
  get(service: 'canvas'): { getRootElement(): object };
  get(service: 'selection'): { select(element: object): void };
}

/** The template of the generator's first example, on a task. */
async function shootTemplate(): Promise<void> {
  const folder = join(root, '.cache', 'pictures');
  mkdirSync(folder, { recursive: true });
  const block = blocksOf('generator').find((one) => one.kind === 'file');
  writeFileSync(join(folder, 'notify.ts'), block?.code ?? '');
  await runQuietly(process.execPath, ['generator/bin/cli.js', 'generate', join(folder, 'notify.ts')], { cwd: root });
  const template = JSON.parse(readFileSync(join(folder, 'notify.json'), 'utf8')) as object; // a template
  rmSync(folder, { recursive: true });
  await withDemoPage(
    async (page) => {
      await page.evaluate(async (made) => {
        const { modeler } = window as unknown as { readonly modeler: ConsoleModeler };
        await modeler.createDiagram();
        modeler.get('elementTemplatesLoader').setTemplates([made]);
        const task = modeler.get('elementTemplates').createElement(made);
        const place = { x: 360, y: 200 };
        const shape = modeler.get('modeling').createShape(task, place, modeler.get('canvas').getRootElement());
        modeler.get('selection').select(shape);
      }, template);
      const properties = page.getByRole('region', { name: 'Properties' });
      await properties.getByText('Message', { exact: true }).click();
      await properties.getByRole('textbox', { name: 'Subject' }).fill('Your order has shipped');
      await properties.getByText('must not be empty').waitFor({ state: 'detached' });
      const { y = 0 } = (await page.locator('#canvas').boundingBox()) ?? {};
      const { x = 0, width = 0 } = (await properties.boundingBox()) ?? {};
      const clip = { x: 0, y, width: x + width, height: 440 };
      await page.screenshot({
        path: pictureOf('element-template-generator'),
        clip,
        caret: 'hide',
        animations: 'disabled',
      });
    },
    { width: 1200, height: 640 },
  );
}

const TERMINAL = `body { margin: 0; padding: 20px 24px; background: #161b22; color: #e6edf3; display: inline-block }
pre { margin: 0; font: 15px/1.5 'DejaVu Sans Mono', monospace } b { color: #7ee787 }`;

/** The commands of a README's first example with what they print. */
async function shootTerminal(room: string, name: string): Promise<void> {
  const blocks = blocksOf(room);
  const at = blocks.findIndex(({ kind }) => kind === 'output');
  const browser = await chromium.launch({ executablePath: await requireChromium(), args: chromiumArguments() });
  try {
    const page = await browser.newPage({ deviceScaleFactor: 1.5 });
    await page.setContent(`<style>${TERMINAL}</style><pre><b></b>\n<span></span></pre>`);
    await page.locator('b').evaluate((line, text) => (line.textContent = text), `$ ${blocks[at - 1]?.code ?? ''}`);
    await page.locator('span').evaluate((lines, text) => (lines.textContent = text), blocks[at]?.code ?? '');
    await page.locator('body').screenshot({ path: pictureOf(name) });
  } finally {
    await browser.close();
  }
}

await shootTerminal('feel', 'camunda-feel');
await shootTemplate();
say('docs/pictures/camunda-feel.png');
say('docs/pictures/element-template-generator.png');
