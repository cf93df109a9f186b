import type { DiagramSpec } from '../bpmn.ts';
import { usual } from './seeded/untouched.ts';

/** Diagrams of other kinds, and of our own in places where they are seldom looked for: nothing is wrong in them. */
export const OTHER_DIAGRAMS: readonly (readonly [name: string, diagram: DiagramSpec])[] = [
  [
    'Camunda 7',
    {
      engine: null,
      tasks: [],
      elements:
        '<bpmn:serviceTask xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="A" camunda:type="external" camunda:topic="eventbridge-kit:send-event:1" />',
    },
  ],
  [
    'another vendor',
    {
      engine: null,
      tasks: [],
      elements:
        '<bpmn:task id="A"><bpmn:extensionElements><v:config xmlns:v="urn:v" type="aws"><v:a region="nowhere"/></v:config></bpmn:extensionElements></bpmn:task>',
    },
  ],
  [
    'a task without a template',
    { tasks: [{ template: null, jobType: 'mail', retries: 'x', mappings: [['input.source', 'aws.']] }] },
  ],
  [
    'another template',
    {
      tasks: [{ template: { id: 'mail', version: 1 }, jobType: 'mail', mappings: [['authentication.secretKey', 'x']] }],
    },
  ],
  [
    'an inbound connector of EventBridge',
    {
      tasks: [
        {
          element: 'receiveTask',
          template: { id: 'io.camunda.connectors.inbound.AWSEventBridge.Receive.v1', version: 4 },
          jobType: null,
          mappings: [],
        },
      ],
    },
  ],
  [
    'a version that is not known yet',
    { tasks: [{ ...usual, headers: {}, template: { id: 'eventbridge-kit.send-event.v1', version: 99 } }] },
  ],
  [
    'a pool, collapsed',
    {
      tasks: [{ ...usual, headers: {} }],
      roots:
        '<bpmn:collaboration id="C"><bpmn:participant id="P" processRef="Process_1"/><bpmn:participant id="Q" name="Nobody"/></bpmn:collaboration>',
    },
  ],
  [
    'a subprocess in a subprocess',
    {
      tasks: [{ ...usual, headers: {} }],
      wrap: (content) =>
        `<bpmn:subProcess id="S1"><bpmn:adHocSubProcess id="S2">${content}</bpmn:adHocSubProcess></bpmn:subProcess>`,
    },
  ],
  [
    'multi-instance',
    {
      tasks: [
        {
          ...usual,
          headers: {},
          inside:
            '<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=orders" inputElement="order"/></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>',
        },
      ],
    },
  ],
];

/** Values of a size that nobody types, some half edited, with the rules that find something in them. */
export const HUGE_VALUES: readonly (readonly [
  name: string,
  inputs: Readonly<Record<string, string>>,
  rules: readonly string[],
])[] = [
  ['a payload of 3 MB', { 'input.detail': `{"a": "${'x'.repeat(3_000_000)}"}` }, ['event-too-large']],
  ['a FEEL list of 100,000 items', { 'input.detail': `={a: [${'b, '.repeat(100_000)}b]}` }, []],
  ['FEEL of 50,000 levels', { 'input.detail': `=${'['.repeat(50_000)}${']'.repeat(50_000)}` }, ['detail-not-object']],
  ['FEEL of 50,000 open brackets', { 'input.detail': `=${'('.repeat(50_000)}` }, []],
  ['FEEL of 50,000 quotes', { 'input.detail': `=${'"'.repeat(50_001)}` }, ['feel-syntax']],
  ['a chain of 1,000 sums', { 'input.source': `=${'a + '.repeat(999)}a` }, []],
  ['a chain of 400 sums', { 'input.source': `=${'a + '.repeat(400)}a` }, []],
  [
    'a context of 150 entries',
    { 'input.detail': `={${Array.from({ length: 150 }, (_, i) => `k${i}: v.w${i}`).join(', ')}}` },
    [],
  ],
  ['a bus of 100,000 characters', { 'input.eventBusName': 'b'.repeat(100_000) }, ['event-bus-name-too-long']],
  ['a secret with a name of 100,000', { 'authentication.secretKey': `{{secrets.${'A'.repeat(100_000)}}}` }, []],
  ['half a secret of 100,000', { 'authentication.secretKey': `=${'{{secrets.'.repeat(10_000)}` }, ['feel-syntax']],
];
