import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from './fixtures/test.ts';

function pathOf(file: string): URL {
  return new URL(`../${file}`, import.meta.url);
}

function read(file: string): string {
  return readFileSync(pathOf(file), 'utf8');
}

const README = read('README.md');

const EXAMPLE = read('demo/examples/order-to-event.bpmn');

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
  const [send = '', open = '', fix = '', save = '', keys = ''] = stepsBelow('Try it');
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
  await test.step(fix, async () => {
    const field = modeler.properties.field(named(fix, '_')[0] ?? '');
    const before = await field.inputValue();
    await field.fill(named(fix, '`')[0] ?? '');
    await expect(modeler.problems.messages(named(fix, '`')[0] ?? '')).toBeVisible();
    await button(named(fix, '**')[0]).click();
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

test("a contributor's first hour, as CONTRIBUTING says: start, break a field, and find the rule by its id", async ({
  modeler,
}) => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> }; // our own
  const [, commands = ''] = /## The first hour\n+```\n([^`]*)```/.exec(read('CONTRIBUTING.md')) ?? [];
  const named = commands.split('\n').flatMap((line) => /^npm (?:run )?([\w:]+)/.exec(line)?.[1] ?? []);
  expect(named).toEqual(expect.arrayContaining(['ci', 'start', 'test']));
  for (const name of named.filter((one) => one !== 'ci')) expect(Object.keys(scripts)).toContain(name);

  await modeler.select('PublishOrderEvent');
  await modeler.properties.openGroup('Error handling');
  await modeler.properties.fillFeel(
    'Error expression',
    'if error.code = "ThrotlingException" then bpmnError("X") else null',
  );
  const message = modeler.problems.messages('ThrotlingException');
  await expect(message).toBeVisible();
  const id = (await message.locator('.bjse-rule').textContent()) ?? '';
  for (const file of [`lint/src/rules/${id}.ts`, `lint/src/rules/${id}.examples.ts`, `docs/rules/${id}.md`])
    expect(existsSync(pathOf(file)), file).toBe(true);
});
