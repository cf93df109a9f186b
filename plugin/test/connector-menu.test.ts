import { describe, expect, it } from 'vitest';
import { bpmn, official, OFFICIAL, OFFICIAL_JOB_TYPE, type TaskSpec } from '@eventbridge-kit/testkit/bpmn';
import { officialTemplates, sendEventTemplate, type ElementTemplate } from '@eventbridge-kit/testkit/lint/templates';
import { drawn, openHeadless, withTemplate } from '@eventbridge-kit/testkit/modeler/headless';
import type { DiagramElement } from '../src/host/bpmn-js.ts';
import { EventBridgeConnectorMenu } from '../src/validation/fixes/connector-menu.ts';
import { EventBridgeFixes } from '../src/validation/fixes/fixes.ts';
import type { HostModeler, HostRegistry } from '../src/validation/host.ts';
import type { EventBridgeValidation } from '../src/validation/validation.ts';
import { FakeEventBus } from './fake-modeler.ts';

interface Entry {
  readonly label: string;
  readonly description: string;
  action(): void;
}

interface Opened {
  /** The menu's entries for a task, by their name. */
  readonly menu: () => Readonly<Record<string, Entry>>;
  readonly undo: () => void;
  readonly canUndo: () => boolean;
  readonly xml: () => Promise<string>;
}

/** The menu over a modeler's own commands and element templates, without a page. */
async function open(xml: string, templates: readonly ElementTemplate[]): Promise<Opened> {
  const modeler = await openHeadless(xml, templates);
  const registry = modeler.get('elementRegistry') as unknown as HostRegistry; // diagram-js's own
  const injector = { get: (service: string, strict: false) => modeler.get(service, strict) };
  const fixes = new EventBridgeFixes(
    undefined as unknown as EventBridgeValidation, // no issue is asked for
    registry,
    modeler as unknown as HostModeler, // bpmn-js's own
    new FakeEventBus(),
    injector,
  );
  const menu = new EventBridgeConnectorMenu(fixes, injector, (text, values = {}) =>
    text.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? ''),
  );
  const stack = modeler.get('commandStack');
  return {
    menu: () => {
      const element = registry.get('Task_1') as DiagramElement; // the diagram's task
      const entries = menu.getPopupMenuEntries(element) as (others: object) => Readonly<Record<string, Entry>>;
      return entries({});
    },
    undo: () => stack.undo(),
    canUndo: () => stack.canUndo(),
    xml: async () => (await modeler.saveXML({ format: true })).xml,
  };
}

const VALUES = {
  inputs: { 'input.detail': '={"id": order.id}', 'input.eventBusName': '="orders"' },
  headers: { resultVariable: 'sent', errorExpression: '=null', retryBackoff: 'PT5S' },
  retries: '7',
} satisfies TaskSpec;

describe.each(officialTemplates)('a task of version $version', (template) => {
  it('becomes ours and itself again, each in one step that can be undone, as the template alone would write it', async () => {
    const { version } = template;
    const headers: Readonly<Record<string, string>> =
      version > 4 ? VALUES.headers : { resultVariable: 'sent', errorExpression: '=null' };
    const inputs = { ...VALUES.inputs, ...(version < 4 && { 'authentication.type': null }) };
    const bare = drawn(bpmn({ tasks: [{ ...VALUES, inputs, headers, jobType: OFFICIAL_JOB_TYPE, template: null }] }));
    const start = await withTemplate(bare, 'Task_1', template);
    // both templates are there, as in a modeler: the host knows what the old one wrote
    const modeler = await open(start, [template, sendEventTemplate]);

    modeler.menu()['eventbridge-to-send-event']?.action();
    const ours = await modeler.xml();
    expect(ours).toContain('zeebe:modelerTemplate="eventbridge-kit.send-event.v1" zeebe:modelerTemplateVersion="1"');
    for (const text of [
      '{{secrets.AWS_ACCESS_KEY}}',
      '&#34;id&#34;: order.id',
      'retries="7"',
      ...Object.values(headers),
    ]) {
      expect(ours).toContain(text);
    }
    expect(await withTemplate(ours, 'Task_1', sendEventTemplate)).toBe(ours);

    modeler.menu()['eventbridge-to-official']?.action();
    const back = await modeler.xml();
    expect(await withTemplate(back, 'Task_1', template)).toBe(back);
    if (version > 4) expect(back).toBe(start);

    modeler.undo();
    expect(await modeler.xml()).toBe(ours);
    modeler.undo();
    expect(await modeler.xml()).toBe(start);
    expect(modeler.canUndo()).toBe(false);
  });
});

it('says before what the other template has no place for', async () => {
  const inputs = { 'input.time': '=now()', 'input.resources': '=["a"]', mine: '=1' };
  const xml = drawn(bpmn({ tasks: [{ inputs }] }));
  const { menu } = await open(xml, [...officialTemplates, sendEventTemplate]);
  expect(Object.values(menu()).map(({ label, description }) => ({ label, description }))).toEqual([
    {
      label: "Change to Camunda's EventBridge connector",
      description:
        'It has no place for Time (input.time), Resources (input.resources), mine: removed. All other values are kept.',
    },
  ]);
});

it.each([
  ['a task of another connector', { jobType: 'x', template: null }, [sendEventTemplate]],
  [
    'a modeler without the other template',
    official,
    officialTemplates.filter(({ version }) => version === OFFICIAL.version),
  ],
])('offers nothing for %s', async (_, task, templates) => {
  const { menu } = await open(drawn(bpmn({ tasks: [task] })), templates);
  expect(menu()).toEqual({});
});
