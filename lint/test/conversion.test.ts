import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bpmn, OFFICIAL, OFFICIAL_JOB_TYPE, VALID_INPUTS, type TaskSpec } from '@eventbridge-kit/testkit/bpmn';
import { officialTemplates, sendEventTemplate } from '@eventbridge-kit/testkit/lint/templates';
import { drawn, withTemplate } from '@eventbridge-kit/testkit/modeler/headless';
import { parse } from '@eventbridge-kit/testkit/parse';
import { camundaModdle } from '../src/cli/moddle.ts';
import { applyTemplate } from '../src/fix/apply-template.ts';
import { conversionOf } from '../src/fix/conversion.ts';
import { readDiagram } from '../src/model/diagram.ts';
import { readJobTask, type JobTask } from '../src/model/job-task.ts';
import type { Template } from '../src/model/template.ts';

const EVENT = Object.fromEntries(Object.entries(VALID_INPUTS).filter(([name]) => !name.startsWith('authentication.')));

const KEYS = {
  'authentication.accessKey': '{{secrets.AWS_ACCESS_KEY}}',
  'authentication.secretKey': '=camunda.secrets.AWS_SECRET_KEY',
};

const FEEL = {
  ...EVENT,
  'input.eventBusName': '="orders-" + stage',
  'input.detail': '={\n  "id": order.id, text: "a \\"quoted\\" <b> & c"\n}',
};

const OUTCOME = {
  resultVariable: 'sent',
  resultExpression: '={eventId: response.entries[1].eventId}',
  errorExpression: '=if error.code = "X" then bpmnError("X", error.message) else null',
};

/** What people fill in, in the places that both templates have. */
const FILLED: readonly (readonly [string, TaskSpec])[] = [
  ['keys', { mappings: Object.entries({ 'authentication.type': 'credentials', ...KEYS, ...FEEL }), headers: OUTCOME }],
  [
    'the default chain',
    {
      mappings: Object.entries({ 'authentication.type': 'defaultCredentialsChain', ...EVENT }),
      headers: { resultVariable: 'r' },
    },
  ],
  ['nothing yet', { mappings: [] }],
];

const VERSIONS = officialTemplates.toSorted((a, b) => a.version - b.version);

/** The first three versions have no choice of authentication. */
function ofVersion(spec: TaskSpec, version: number): TaskSpec {
  if (version > 3 || !spec.mappings) return spec;
  return { ...spec, mappings: spec.mappings.filter(([name]) => name !== 'authentication.type') };
}

async function read(xml: string): Promise<JobTask> {
  const [task] = readDiagram(await parse(xml)).tasks;
  if (!task) throw new Error('no task');
  return task;
}

/** The diagram as a modeler saves it. */
async function saved(spec: TaskSpec): Promise<string> {
  return camundaModdle().toXML(await parse(drawn(bpmn({ tasks: [spec] }))));
}

async function converted(xml: string, template: object): Promise<string> {
  const definitions = await parse(xml);
  for (const { node } of readDiagram(definitions).tasks) applyTemplate(node, template as Template); // a template's JSON
  return camundaModdle().toXML(definitions);
}

function valuesOf({ inputs, headers, retries }: JobTask): Readonly<Record<string, string>> {
  const fields = [...inputs, ...headers].filter(({ name, text }) => text !== '' && !name.startsWith('elementTemplate'));
  return { ...Object.fromEntries(fields.map(({ name, text }) => [name, text])), retries: retries?.text ?? '' };
}

describe.each(VERSIONS)('version $version of the official template', (official) => {
  const { id, version } = official;

  it.each(FILLED)(
    'becomes ours with %s, as a modeler writes it, and all of it again on the way back',
    async (what, spec) => {
      const theirs = await withTemplate(
        await saved({ ...ofVersion(spec, version), template: null, jobType: OFFICIAL_JOB_TYPE, retries: '5' }),
        'Task_1',
        official,
      );
      const before = await read(theirs);
      expect(conversionOf(before, sendEventTemplate as Template).lost).toEqual([]);

      const ours = await converted(theirs, sendEventTemplate);
      const after = await read(ours);
      expect(after).toMatchObject({
        template: { id: 'eventbridge-kit.send-event.v1', version: 1 },
        jobType: { text: 'eventbridge-kit:send-event:1' },
      });
      expect(valuesOf(after)).toMatchObject(valuesOf(before));
      if (what === 'keys') expect(valuesOf(after)).toMatchObject({ ...KEYS, ...FEEL, ...OUTCOME, retries: '5' });
      // Modeler's own code finds nothing to do: icon, attributes, order and conditions are as it writes them.
      expect(await withTemplate(ours, 'Task_1', sendEventTemplate)).toBe(ours);

      const back = await converted(ours, official);
      expect(await withTemplate(back, 'Task_1', official)).toBe(back);
      expect(await read(back)).toMatchObject({ template: { id, version }, jobType: { text: OFFICIAL_JOB_TYPE } });
      expect(valuesOf(await read(back))).toMatchObject(valuesOf(before));
      // Where nothing stood, the values that our template brings stay.
      if (version > 3 && what !== 'nothing yet') expect(back).toBe(theirs);
    },
  );
});

it('writes what a modeler writes that applies the template itself, where a modeler keeps all', async () => {
  for (const [, spec] of FILLED) {
    const theirs = await saved({ ...spec, template: OFFICIAL, jobType: OFFICIAL_JOB_TYPE });
    expect(await converted(theirs, sendEventTemplate)).toBe(await withTemplate(theirs, 'Task_1', sendEventTemplate));
  }
});

it('keeps any text whatever, both ways', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string().map((rest) => `=${rest}`),
    fc.constant(''),
  );
  const names = [...Object.keys(KEYS), ...Object.keys(EVENT)];
  const values = fc.record({
    inputs: fc.dictionary(fc.constantFrom(...names), text),
    headers: fc.dictionary(fc.constantFrom(...Object.keys(OUTCOME), 'retryBackoff'), text),
    retries: text,
    template: fc.constantFrom(...VERSIONS.filter(({ version }) => version > 4)),
  });
  const definitions = await parse(bpmn({ tasks: [{}] }));
  const [task] = readDiagram(definitions).tasks;
  const node = task?.node as { $model: { create(type: string, properties: object): object } } & Record<string, unknown>; // of bpmn-moddle
  fc.assert(
    fc.property(values, ({ inputs, headers, retries, template }) => {
      const { $model } = node;
      const items = (type: string, name: string, value: string, of: Readonly<Record<string, string>>): object[] =>
        Object.entries(of).map(([key, written]) => $model.create(type, { [name]: key, [value]: written }));
      node['extensionElements'] = $model.create('bpmn:ExtensionElements', {
        values: [
          $model.create('zeebe:TaskDefinition', { type: OFFICIAL_JOB_TYPE, retries }),
          $model.create('zeebe:IoMapping', { inputParameters: items('zeebe:Input', 'target', 'source', inputs) }),
          $model.create('zeebe:TaskHeaders', { values: items('zeebe:Header', 'key', 'value', headers) }),
        ],
      });
      for (const next of [sendEventTemplate, template, sendEventTemplate]) {
        applyTemplate(node, next); // a template's JSON
        const now = readJobTask(node);
        const fields = Object.fromEntries(
          [...(now?.inputs ?? []), ...(now?.headers ?? [])].map((one) => [one.name, one.text]),
        );
        expect(fields).toMatchObject({ ...inputs, ...headers });
        expect(now?.retries?.text).toBe(retries);
      }
    }),
    { numRuns: 200 },
  );
});

describe('what has no place in the other template', () => {
  const official = { template: OFFICIAL, jobType: OFFICIAL_JOB_TYPE };
  const newest = VERSIONS.at(-1);

  it.each<readonly [string, TaskSpec, object | undefined, readonly string[]]>([
    ['a saved credential', { ...official, inputs: { awsCredential: '=c' } }, sendEventTemplate, ['awsCredential']],
    [
      'keys beside the default chain',
      { ...official, inputs: { 'authentication.type': 'defaultCredentialsChain' } },
      sendEventTemplate,
      Object.keys(KEYS),
    ],
    [
      'an authentication that is no choice',
      { ...official, inputs: { 'authentication.type': '=how' } },
      sendEventTemplate,
      ['authentication.type'],
    ],
    [
      'mappings, headers and properties of one’s own',
      { ...official, inputs: { mine: '=1' }, outputs: { out: '=response' }, headers: { team: 'a' } },
      sendEventTemplate,
      ['mine', 'team', 'out'],
    ],
    ['a job type of one’s own', { ...official, jobType: 'my-worker' }, sendEventTemplate, ['job type']],
    [
      'what only ours has',
      {
        inputs: { 'input.time': '=now()', 'configuration.endpoint': 'https://x.example', 'authentication.roleArn': '' },
      },
      newest,
      ['input.time', 'configuration.endpoint'],
    ],
    [
      'a wait between tries, in a version without it',
      { headers: { retryBackoff: 'PT1M' } },
      VERSIONS[0],
      ['authentication.type', 'retryBackoff'],
    ],
  ])('is told: %s', async (_name, spec, template, lost) => {
    const task = await read(bpmn({ tasks: [spec] }));
    expect(conversionOf(task, template as Template).lost).toEqual(lost); // a template's JSON
  });

  it('names the example data that a modeler keeps at the task', async () => {
    const xml = bpmn({ tasks: [official] }).replace(
      '</bpmn:extensionElements>',
      '<zeebe:properties><zeebe:property name="camundaModeler:exampleOutputJson" value="{}" /></zeebe:properties></bpmn:extensionElements>',
    );
    expect(conversionOf(await read(xml), sendEventTemplate as Template).lost).toEqual([
      'camundaModeler:exampleOutputJson',
    ]);
  });
});
