import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures/test.ts';

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

const EXAMPLE = readFileSync(new URL('../demo/examples/order-to-event.bpmn', import.meta.url), 'utf8');

/** The element of the example with a name. */
function idOf(name: string): string {
  return new RegExp(`id="(\\w+)" name="${name}"`).exec(EXAMPLE)?.[1] ?? `no element named ${name}`;
}

/** The numbered steps below a heading. */
function stepsBelow(heading: string): readonly string[] {
  const section = README.split(/^## /m).find((text) => text.startsWith(heading)) ?? '';
  return [...section.matchAll(/^\d\. (.*(?:\n {3}.*)*)/gm)].map(([, step = '']) => step);
}

/** What a step names in a way: `**button**`, `_thing_` or `` `text` ``. */
function named(step: string, mark: '**' | '_' | '`'): readonly string[] {
  const parts = step.split(mark);
  return parts.filter((_, index) => index % 2 === 1);
}

test('the five steps of a modeler in the README, to the letter', async ({ modeler, page }) => {
  const [send = '', open = '', mend = '', save = '', keys = ''] = stepsBelow('Try it');
  const button = (name: string | undefined) => page.getByRole('button', { name: name ?? 'no such name', exact: true });

  await test.step(send, async () => {
    await modeler.select(idOf(named(send, '_')[0] ?? ''));
    const [first, then] = named(send, '**');
    await button(first).click();
    await button(then).click();
    await expect(modeler.events).toHaveCount(1);
  });
  await test.step(open, async () => {
    await modeler.events.first().locator('summary').click();
    for (const name of named(open, '**')) await expect(button(name)).toBeVisible();
  });
  await test.step(mend, async () => {
    const field = modeler.properties.field(named(mend, '_')[0] ?? '');
    const before = await field.inputValue();
    await field.fill(named(mend, '`')[0] ?? '');
    await expect(modeler.problems.messages(named(mend, '`')[0] ?? '')).toBeVisible();
    await button(named(mend, '**')[0]).click();
    await expect(field).toHaveValue(before);
  });
  await test.step(save, async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), button(named(save, '**')[0]).click()]);
    expect(download.suggestedFilename()).toMatch(/\.bpmn$/);
    await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+S')]);
  });
  await test.step(keys, async () => {
    await page.locator('.djs-container > svg').focus();
    await page.keyboard.press(named(keys, '`')[0] ?? '');
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  });
});
