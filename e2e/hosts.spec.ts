import { test as base, expect, type Page } from 'playwright/test';
import { bpmn, official, type TaskSpec } from '@eventbridge-kit/testkit/bpmn';
import { OTHER_DIAGRAMS } from '@eventbridge-kit/testkit/lint/bad-input';
import { rowsOfTasks, withPicture } from './lab/diagram.ts';
import { serveLab } from './lab/serve.ts';
import type { LabOptions } from './lab/types.ts';

/** Live validation in modelers other than the demo: each spec chooses the modules beside it. */
const test = base.extend<{ open: (options: Partial<LabOptions>, xml: string) => Promise<void> }, { labUrl: string }>({
  labUrl: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the dependencies of a fixture from this pattern
    async ({}, use) => {
      const lab = await serveLab();
      await use(lab.url);
      await lab.close();
    },
    { scope: 'worker' },
  ],
  open: async ({ page, labUrl }, use) => {
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    await page.goto(labUrl);
    await page.waitForFunction(() => 'lab' in window);
    await use((options, xml) =>
      page.evaluate(([given, text]) => window.lab.open(given, text), [
        { validation: true, linting: false, ...options },
        xml,
      ] as const),
    );
    expect(faults, 'what went wrong in the page').toEqual([]);
  },
});

const WRONG = { 'configuration.region': 'eu-central-7' };

function one(task: TaskSpec): string {
  return withPicture(bpmn({ tasks: [task] }), ['Task_1']);
}

async function select(page: Page, id: string): Promise<void> {
  await page.evaluate((wanted) => {
    const { modeler } = window.lab;
    modeler.get('selection').select(modeler.get('elementRegistry').get(wanted) ?? null);
  }, id);
}

function issuesOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    window.lab.modeler
      .get('eventBridgeValidation')
      .issues()
      .map(({ elementId, rule }) => `${elementId} ${rule}`),
  );
}

async function openGroup(page: Page, id: string): Promise<void> {
  await page
    .locator(`[data-group-id="group-ElementTemplates__CustomProperties-${id}"] .bio-properties-panel-group-header`)
    .click();
}

test('beside @camunda/linting both show what they find, and neither wipes out the other', async ({ page, open }) => {
  await open({ linting: true }, one({ inputs: { ...WRONG, 'input.source': '' } }));
  await select(page, 'Task_1');
  const theirs = page.locator('#properties .bio-properties-panel-error');
  const ours = page.locator('#properties .bjse-field-issue');
  await expect(theirs).not.toHaveCount(0);
  await expect(ours.filter({ hasText: 'eu-central-7' })).toHaveCount(1);
  await expect(page.locator('.djs-overlay-linting')).toHaveCount(1);
  await expect(page.locator('.djs-overlay-bjse-issues')).toHaveCount(1);

  await page.evaluate(() => window.lab.write('Task_1', 'input.source', 'com.example.orders'));
  await expect(theirs).toHaveCount(0);
  await expect(page.locator('.djs-overlay-linting')).toHaveCount(0);
  await expect(ours.filter({ hasText: 'eu-central-7' })).toHaveCount(1);
  await expect(page.locator('.djs-overlay-bjse-issues')).toHaveCount(1);
});

test('every text that is shown goes through translate', async ({ page, open }) => {
  await open({ brackets: true }, one({ inputs: { ...WRONG, 'input.source': 'aws.orders' }, name: '⟦Send⟧' }));
  await select(page, 'Task_1');
  await page.evaluate(() => window.lab.modeler.get('eventBridgeProblems').open());
  await expect(page.locator('.bjse-problem')).toHaveCount(2);
  const plain = await page.evaluate(() => {
    const shown = document.querySelectorAll('.bjse-panel, .bjse-mark, .bjse-field-issues');
    const walk = (root: Node): Node[] => [root, ...[...root.childNodes].flatMap(walk)];
    const nodes = [...shown].flatMap(walk);
    const texts = nodes.flatMap((node) => (node.nodeType === Node.TEXT_NODE ? [node] : []));
    // Rule ids, names of fields and counts are the same in every language.
    const ofText = texts
      .filter(({ parentElement }) => parentElement?.closest('.bjse-rule, .bjse-code') === null)
      .map(({ textContent }) => textContent ?? '');
    const ofAttributes = nodes
      .flatMap((node) => (node instanceof Element ? [node] : []))
      .flatMap((element) => ['title', 'aria-label', 'placeholder'].flatMap((name) => element.getAttribute(name) ?? []));
    return [...ofText, ...ofAttributes].filter((text) => /[a-z]/i.test(text.replace(/⟦[^⟦⟧]*(⟦[^⟧]*⟧[^⟦⟧]*)*⟧/g, '')));
  });
  expect(plain).toEqual([]);
});

test('an edit never asks for the variables of the process', async ({ page, open }) => {
  await open({}, rowsOfTasks(20));
  const asked = await page.evaluate(async () => {
    const { modeler } = window.lab;
    // the host's service has no types
    const resolver = modeler.get('injector').get('variableResolver', false) as Record<string, unknown> | null;
    if (!resolver) return undefined;
    const calls: string[] = [];
    for (const name of ['getVariables', 'getVariablesForElement', 'getProcessVariables']) {
      resolver[name] = (): Promise<readonly unknown[]> => {
        calls.push(name);
        return Promise.resolve([]);
      };
    }
    const settled = new Promise<void>((resolve) =>
      modeler.get('eventBus').once('eventBridgeValidation.settled', resolve),
    );
    window.lab.write('Task_5', 'configuration.region', 'eu-central-7');
    await settled;
    return calls;
  });
  expect(asked).toEqual([]);
  expect(await issuesOf(page)).toEqual(['Task_5 region-unknown']);
});

/** A mistake for each kind of edit that fixes are made of; the boundary event has a spec of its own. */
const FIXED: readonly (readonly [rule: string, task: TaskSpec, after: Record<string, unknown>])[] = [
  ['region-unknown', { inputs: WRONG }, { inputs: { 'configuration.region': 'eu-central-1' } }],
  ['trace-header-empty', { inputs: { 'input.traceHeader': ' ' } }, {}],
  [
    'input-unknown',
    { inputs: { 'configuration.region': null, 'configuration.regoin': 'eu-central-1' } },
    { inputs: { 'configuration.region': 'eu-central-1' } },
  ],
  ['header-unknown', { headers: { retryBackof: 'PT5S' } }, { headers: { retryBackoff: 'PT5S' } }],
  ['feel-index-zero', { outputs: { id: '=ids[0]' } }, { outputs: { id: '=ids[1]' } }],
  ['retries-format', { retries: '5x' }, { retries: '5' }],
  ['job-type-changed', { jobType: 'send-event' }, { type: 'eventbridge-kit:send-event:1' }],
  ['template-outdated', { template: { id: 'eventbridge-kit.send-event.v1', version: 0 } }, { version: 1 }],
];

for (const [rule, task, after] of FIXED) {
  test(`${rule} is fixed in one step, and one undo brings the mistake back`, async ({ page, open }) => {
    await open({}, one(task));
    const read = (): Promise<object> => page.evaluate(() => window.lab.read('Task_1'));
    const before = await read();
    expect(await issuesOf(page)).toContain(`Task_1 ${rule}`);
    const isMended = await page.evaluate(async (wanted) => {
      const { modeler } = window.lab;
      const issue = modeler
        .get('eventBridgeValidation')
        .issues()
        .find((found) => found.rule === wanted);
      const result = issue !== undefined && modeler.get('eventBridgeFixes').fix(issue);
      await window.lab.settled();
      return result;
    }, rule);
    expect(isMended).toBe(true);
    expect(await issuesOf(page)).not.toContain(`Task_1 ${rule}`);
    expect(await read()).toMatchObject(after);
    await page.evaluate(async () => {
      window.lab.modeler.get('commandStack').undo();
      await window.lab.settled();
    });
    expect(await read()).toEqual(before);
    expect(await issuesOf(page)).toContain(`Task_1 ${rule}`);
  });
}

test("the official connector's task becomes ours with every value, and one undo brings it back", async ({
  page,
  open,
}) => {
  const inputs = {
    'authentication.type': 'credentials',
    'configuration.region': 'eu-central-1',
    'input.eventBusName': 'orders',
    'input.source': 'com.example.orders',
    'input.detailType': 'Order placed',
    'input.detail': '={orderId: order.id}',
    'authentication.accessKey': '{{secrets.AWS_ACCESS_KEY}}',
    'authentication.secretKey': '{{secrets.AWS_SECRET_KEY}}',
  };
  const headers = { resultVariable: 'sent', errorExpression: '=if error != null then bpmnError("A", "a") else null' };
  await open({ strict: true }, one({ ...official, mappings: Object.entries(inputs), headers, retries: '5' }));
  const before = await page.evaluate(() => window.lab.read('Task_1'));
  expect(before.inputs).toEqual(inputs);
  await select(page, 'Task_1');
  await page
    .locator('.bjse-task-issues')
    .getByRole('button', { name: /Send event to Amazon EventBridge/ })
    .first()
    .click();
  const after = await page.evaluate(() => window.lab.read('Task_1'));
  expect(after).toMatchObject({
    inputs,
    template: 'eventbridge-kit.send-event.v1',
    type: 'eventbridge-kit:send-event:1',
  });
  expect(after.headers).toMatchObject(headers);
  expect(after.retries).toBe('5');
  expect((await issuesOf(page)).filter((issue) => issue.includes('official-template'))).toEqual([]);
  await page.evaluate(() => window.lab.modeler.get('commandStack').undo());
  expect(await page.evaluate(() => window.lab.read('Task_1'))).toEqual(before);
});

test('labels, markers and loops get one mark; a task in a subprocess has its issue', async ({ page, open }) => {
  const loop = '<bpmn:multiInstanceLoopCharacteristics isSequential="true" />';
  await open(
    {},
    withPicture(
      bpmn({
        tasks: [
          { inputs: WRONG, name: 'A', inside: loop },
          { id: 'Task_2', inputs: WRONG },
        ],
      }),
      ['Task_1', 'Task_2'],
    ),
  );
  expect(await issuesOf(page)).toEqual(['Task_1 region-unknown', 'Task_2 region-unknown']);
  await expect(page.locator('.bjse-mark')).toHaveCount(2);
});

for (const [name, diagram] of OTHER_DIAGRAMS) {
  test(`${name}: opens and is edited without a fault, and nothing is said of it`, async ({ page, open }) => {
    const ids = ['Task_1', 'A', 'S1', 'P', 'Q'].filter((id) => bpmn(diagram).includes(`id="${id}"`));
    const plane = ids.includes('P') ? 'C' : 'Process_1';
    await open({}, withPicture(bpmn(diagram), ids, plane));
    await select(page, ids[0] ?? '');
    await page.evaluate(async () => {
      const { modeler } = window.lab;
      const elements = modeler.get('elementRegistry').filter(() => true);
      modeler.get('eventBus').fire('elements.changed', { elements });
      await window.lab.settled();
      modeler.get('eventBridgeProblems').open();
    });
    await expect(page.getByText('No problems.')).toBeVisible();
    expect(await issuesOf(page)).toEqual([]);
    await expect(page.locator('.bjse-mark')).toHaveCount(0);
  });
}

test('rules that cannot be loaded are told of in the list, and tried again', async ({ page, open }) => {
  await page.route(/lint-rules/, (route) => route.abort());
  await open({}, one({ inputs: WRONG }));
  await page.evaluate(() => window.lab.modeler.get('eventBridgeProblems').open());
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('nothing is checked');
  await expect(page.getByText('No problems.')).toHaveCount(0);
  const tried = page.waitForRequest(/lint-rules/);
  await page.unroute(/lint-rules/);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await tried;
  await expect(page.locator('.bjse-problem')).toHaveCount(1);
  await expect(alert).toHaveCount(0);
});

test('a task on the plane of a collapsed subprocess is found, and the list leads to it', async ({ page, open }) => {
  const xml = bpmn({
    tasks: [{ inputs: WRONG }],
    wrap: (content) => `<bpmn:subProcess id="Sub">${content}</bpmn:subProcess>`,
  });
  await open({}, withPicture(withPicture(xml, ['Sub']), ['Task_1'], 'Sub'));
  expect(await issuesOf(page)).toEqual(['Task_1 region-unknown']);
  const jump = (): Promise<string> =>
    page.evaluate(() => {
      const { modeler } = window.lab;
      const [issue] = modeler.get('eventBridgeValidation').issues();
      if (issue) modeler.get('eventBridgeProblems').jumpTo(issue);
      return modeler.get('canvas').getRootElement().id;
    });
  expect(await jump()).toBe('Sub_plane');
  await expect(page.locator('.bjse-mark')).toBeVisible();
});

test('a field that is not shown is led to: its group opens and it has the focus', async ({ page, open }) => {
  await open({}, one({ inputs: WRONG }));
  await select(page, 'Task_1');
  await openGroup(page, 'authentication');
  await page.evaluate(() => {
    const { modeler } = window.lab;
    const [issue] = modeler.get('eventBridgeValidation').issues();
    if (issue) modeler.get('eventBridgeProblems').jumpTo(issue);
  });
  await expect(page.locator('#properties').getByLabel('Region')).toBeFocused();
});

test('what a host sends before the panel is loaded is what the panel shows', async ({ page, open }) => {
  await open({ testSend: true }, one({}));
  await page.evaluate(async () => {
    const { modeler } = window.lab;
    const task = modeler.get('elementRegistry').get('Task_1');
    const testSend = modeler.get('eventBridgeTestSend');
    if (task) await testSend.open(task);
    await testSend.send();
  });
  await expect(page.getByRole('button', { name: 'Last send' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('.bjse-panel')).toContainText('There is no service here.');
});
