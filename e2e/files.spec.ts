import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures/test.ts';

const EXAMPLE = readFileSync(new URL('../demo/examples/order-to-event.bpmn', import.meta.url), 'utf8');
const TEMPLATE = readFileSync(new URL('../templates/send-event.json', import.meta.url), 'utf8');

test('the example is saved as it was opened, byte for byte', async ({ modeler }) => {
  const { name, xml } = await modeler.save();
  expect(name).toBe('order-to-event.bpmn');
  expect(xml).toBe(EXAMPLE);
});

test("the example's task has the newest template", async ({ modeler }) => {
  await modeler.select('PublishOrderEvent');
  await expect(modeler.properties.root.getByRole('button', { name: 'Applied' })).toBeVisible();
});

test('a new diagram is drawn, saved, and opened again by dropping it', async ({ modeler }) => {
  await modeler.newDiagram();
  await modeler.appendFromMenu('StartEvent_1');
  await modeler.properties.fill('Source', 'com.example.round-trip');
  const saved = await modeler.save();
  expect(saved.name).toBe('diagram.bpmn');
  await modeler.newDiagram();
  await modeler.drop('again.bpmn', saved.xml);

  await expect(modeler.fileName).toHaveText('again.bpmn');
  expect((await modeler.save()).xml).toBe(saved.xml);
});

test('a diagram is opened with the file chooser', async ({ modeler }) => {
  const [chooser] = await Promise.all([
    modeler.page.waitForEvent('filechooser'),
    modeler.page.getByRole('button', { name: 'Open…' }).click(),
  ]);
  const mimeType = 'application/xml';
  await chooser.setFiles({ name: 'mine.bpmn', mimeType, buffer: Buffer.from(EXAMPLE) });
  await expect(modeler.fileName).toHaveText('mine.bpmn');
});

const lines = EXAMPLE.split('\n');
const brokenLine = lines.findIndex((line) => line.includes('</bpmn:startEvent>'));

const UMLAUT = EXAMPLE.replace('name="Order published"', 'name="Größe geändert"');

/** A file that cannot be opened, with what its message must say. */
const BROKEN: readonly { readonly name: string; readonly text: string | Buffer; readonly message: RegExp }[] = [
  {
    name: 'unclosed.bpmn',
    text: lines.toSpliced(brokenLine, 1).join('\n'),
    message: /Line \d+: The XML is broken: closing tag mismatch/,
  },
  {
    name: 'cut-off.bpmn',
    text: lines.slice(0, 30).join('\n'),
    message: /Line 30: The XML is broken: unexpected end of file/,
  },
  {
    name: 'unknown-element.bpmn',
    text: EXAMPLE.replace(/<bpmn:endEvent( id="OrderPublished"[\s\S]*?<\/bpmn:)endEvent>/, '<bpmn:finish$1finish>'),
    message: /Line \d+: <bpmn:finish> is no element/,
  },
  {
    name: 'one-id-twice.bpmn',
    text: EXAMPLE.replace(
      '<bpmn:endEvent id="OrderPublished"',
      '<bpmn:task id="OrderPublished" /><bpmn:endEvent id="OrderPublished"',
    ),
    message: /Line \d+: Two elements have the id "OrderPublished"/,
  },
  {
    name: 'task-in-unknown.bpmn',
    text: EXAMPLE.replace('<bpmn:startEvent', '<bpmn:box><bpmn:task id="lost" /></bpmn:box><bpmn:startEvent'),
    message: /Line \d+: <bpmn:box> is no element/,
  },
  {
    name: 'latin.bpmn',
    text: Buffer.from(UMLAUT, 'latin1'),
    message: /Line \d+: The file is not UTF-8.*encoding="ISO-8859-1"/,
  },
  { name: 'letter.bpmn', text: 'Dear Ada,\n', message: /Line 1: The XML is broken: missing start tag/ },
  {
    name: 'no-diagram.bpmn',
    text: EXAMPLE.replace(/<bpmndi:BPMNDiagram[\s\S]*<\/bpmndi:BPMNDiagram>/, ''),
    message: /no diagram/,
  },
  { name: 'broken.json', text: TEMPLATE.replace('"name":', '"name"'), message: /Line 3: / },
  { name: 'no-template.json', text: '{ "name": "No id" }', message: /missing|id/ },
];

for (const { name, text, message } of BROKEN) {
  test(`${name} is refused with its cause, and the open diagram stays`, async ({ modeler }) => {
    await modeler.drop(name, text);

    await expect(modeler.page.getByRole('alert')).toContainText(name);
    await expect(modeler.page.getByRole('alert')).toContainText(message);
    await expect(modeler.element('PublishOrderEvent')).toBeVisible();
    expect((await modeler.save()).xml).toBe(EXAMPLE);
    await modeler.page.getByRole('button', { name: 'Dismiss the message' }).click();
    await expect(modeler.notice).toBeHidden();
  });
}

for (const [encoding, bytes] of [
  ['ISO-8859-1', Buffer.from(UMLAUT.replace('UTF-8', 'ISO-8859-1'), 'latin1')],
  ['UTF-16', Buffer.from(`\uFEFF${UMLAUT.replace('UTF-8', 'UTF-16')}`, 'utf16le')],
] as const) {
  test(`a file in ${encoding} is opened, and saved with every letter`, async ({ modeler }) => {
    await modeler.drop('encoded.bpmn', bytes);
    await expect(modeler.fileName).toHaveText('encoded.bpmn');
    await expect(modeler.notice).toBeHidden();
    expect((await modeler.save()).xml).toBe(UMLAUT);
  });
}

test('what saving would leave out is told when the file is opened, and asked before', async ({ modeler, page }) => {
  await modeler.drop('comment.bpmn', EXAMPLE.replace('<bpmn:startEvent', '<!-- why -->\n<bpmn:startEvent'));
  await expect(page.getByRole('alert')).toContainText('comment.bpmn was opened, with a warning.');
  await expect(page.getByRole('alert')).toContainText(/Saving leaves out the comments .* lines \d+\./);
  let question = '';
  page.once('dialog', (dialog) => {
    question = dialog.message();
    void dialog.accept();
  });
  expect((await modeler.save()).xml).toBe(EXAMPLE);
  expect(question).toContain('Save comment.bpmn all the same?');
});

test('an element template that is dropped appears in the menus', async ({ modeler }) => {
  const template = JSON.parse(TEMPLATE) as Record<string, unknown>;
  await modeler.drop('mine.json', JSON.stringify({ ...template, id: 'mine', name: 'Mine for EventBridge' }));

  await expect(modeler.page.getByRole('alert')).toContainText('mine.json was added.');
  await modeler.select('OrderReceived');
  await modeler.page.locator('.djs-context-pad .entry[data-action="append"]').click();
  await modeler.page.locator('.djs-popup-search input').pressSequentially('mine for');
  await expect(modeler.page.locator('.djs-popup .entry[data-id="append.template-mine"]')).toBeVisible();
});

test('changes are not thrown away without asking', async ({ modeler }) => {
  await modeler.select('PublishOrderEvent');
  await modeler.properties.fill('Source', 'com.example.changed');
  await expect(modeler.fileName).toHaveText('order-to-event.bpmn (changed)');
  let question = '';
  modeler.page.once('dialog', (dialog) => {
    question = dialog.message();
    void dialog.dismiss();
  });
  await modeler.page.getByRole('button', { name: 'New', exact: true }).click();
  expect(question).toBe('Discard the changes in order-to-event.bpmn?');
  await expect(modeler.properties.field('Source')).toHaveValue('com.example.changed');
});
