/** Takes a picture of each state of test send, for docs/test-send.md. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { root } from '@eventbridge-kit/testkit/machine/project';
import { say } from '@eventbridge-kit/testkit/machine/say';
import { withForeignService } from '../e2e/fixtures/foreign-service.ts';
import { withDemoPage } from './demo-page.ts';

const FOLDER = join(root, 'docs', 'pictures', 'test-send');
const SIZE = { width: 1440, height: 1000 };

mkdirSync(FOLDER, { recursive: true });

class Pictures {
  readonly page: Page;
  readonly panel: Locator;
  readonly result: Locator;

  constructor(page: Page) {
    this.page = page;
    this.panel = page.getByRole('region', { name: 'Test send', exact: true });
    this.result = this.panel.getByRole('region', { name: 'Result' });
  }

  async open(): Promise<void> {
    await this.page.locator('.djs-element[data-element-id="PublishOrderEvent"]').click();
    await this.page.getByRole('banner').getByRole('button', { name: 'Test send' }).click();
    await this.result.getByText('The event can be sent.').waitFor();
    const edge = this.page.getByRole('separator', { name: 'Height of the panel below the diagram' });
    await edge.focus();
    await edge.press('End');
    await this.result.getByText('known').first().waitFor();
  }

  async write(label: string, text: string): Promise<void> {
    const field = this.page
      .getByRole('region', { name: 'Properties' })
      .getByRole('textbox', { name: label, exact: true });
    await field.fill(text);
    await field.blur();
  }

  async variables(text: string): Promise<void> {
    await this.panel.getByRole('textbox', { name: 'Sample variables' }).click();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.insertText(text);
  }

  async answer(name: RegExp): Promise<void> {
    await this.result.getByRole('button', { name }).click();
    await this.result.getByRole('button', { name }).scrollIntoViewIfNeeded();
  }

  async send(): Promise<void> {
    await this.panel.getByRole('button', { name: 'Send', exact: true }).click();
  }

  async shoot(name: string): Promise<void> {
    await this.page.screenshot({ path: join(FOLDER, `${name}.png`), caret: 'hide', animations: 'disabled' });
    say(`docs/pictures/test-send/${name}.png`);
  }
}

await withDemoPage(async (page, { bus }) => {
  const at = new Pictures(page);
  await at.open();
  await at.shoot('preview');

  await at.answer(/^Access denied/);
  await at.result.evaluate((region) => region.scrollTo(0, region.scrollHeight / 4));
  await at.shoot('caught-error');

  await at.answer(/^A response of your own/);
  await at.result
    .getByRole('textbox', { name: 'Response to try' })
    .fill(
      '{"__type": "ValidationException", "message": "Total size of the entries in the request is over the limit."}',
    );
  await at.result.getByText('ValidationException').first().waitFor();
  await at.shoot('pasted-response');
  await at.answer(/^Accepted/);
  await at.result.evaluate((region) => region.scrollTo(0, 0));

  await at.variables('{ "order": { "id": "A-1042" ');
  await at.panel.getByRole('alert').getByText('no JSON').waitFor();
  await at.shoot('sample-no-json');

  await at.variables('{ "order": { "id": "A-1042" } }');
  await at.result.getByText('Sample variables are missing').waitFor();
  await at.shoot('missing-variables');
  await at.panel.getByRole('button', { name: 'Reset' }).click();

  await at.panel.locator('.bjse-menu > summary').click();
  for (const name of ['A small order', 'An order without items']) {
    await at.panel.getByRole('textbox', { name: 'Name of the sample' }).fill(name);
    await page.keyboard.press('Enter');
    await at.panel.getByRole('button', { name, exact: true }).waitFor();
  }
  await at.shoot('samples');
  await page.keyboard.press('Escape');

  await at.write('Source', 'aws.orders');
  await at.result.getByText('Stops at Checks').waitFor();
  await at.shoot('preview-problem');
  await at.write('Source', 'com.example.orders');

  await at.send();
  await at.result.getByText('The event bus accepted the event.').waitFor();
  await at.shoot('accepted');

  bus?.addFault({ kind: 'entry', code: 'NotAuthorizedForSourceException' });
  await at.send();
  await at.result.getByText('NotAuthorizedForSourceException').first().waitFor();
  await at.shoot('rejected');
  bus?.clearFaults();

  bus?.addFault({ kind: 'hang' });
  await at.send();
  await at.result.getByText('Sending…').waitFor();
  await at.shoot('sending');
  await at.panel.getByRole('button', { name: 'Cancel' }).click();
  await at.result.getByText('Cancelled.').waitFor();
  await at.shoot('cancelled');
  bus?.clearFaults();
}, SIZE);

await withDemoPage(async (page) => {
  const at = new Pictures(page);
  const foreign = await withForeignService(page, (body, url) =>
    body.replace(
      '"target":"configuration.region"',
      `"target":"configuration.endpoint","source":"${url}"},{"target":"configuration.region"`,
    ),
  );
  await at.open();
  await at.send();
  await at.panel.getByRole('alertdialog').waitFor();
  await at.shoot('question');
  await foreign.close();
}, SIZE);
