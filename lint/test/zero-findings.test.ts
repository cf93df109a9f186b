import { readFileSync, readdirSync, realpathSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkDiagram, configure, readDiagram, type LintIssue } from '../src/core.ts';
import { bpmn, official, type TaskSpec } from '@eventbridge-kit/testkit/bpmn';
import { parse } from '@eventbridge-kit/testkit/parse';
import {
  officialTemplates,
  sendEventTemplate,
  type ElementTemplate,
  type TemplateProperty,
} from '@eventbridge-kit/testkit/lint/templates';

const root = new URL('../../', import.meta.url);

/** The offer to change a task of Camunda's connector finds nothing wrong in it. */
async function lint(xml: string): Promise<LintIssue[]> {
  return checkDiagram(readDiagram(await parse(xml)), configure('recommended', { 'official-template': 'off' }));
}

function summary(issues: readonly LintIssue[]): string[] {
  return issues.map(({ rule, field, message }) => `${rule} ${field}: ${message}`);
}

/** A value that a user may enter into a required field, as the templates' own placeholders propose it. */
const FILLED: Readonly<Record<string, string>> = {
  'authentication.accessKey': '{{secrets.AWS_ACCESS_KEY}}',
  'authentication.secretKey': '{{secrets.AWS_SECRET_KEY}}',
  'configuration.region': 'eu-central-1',
  'input.eventBusName': 'default',
  'input.source': 'com.example.orders',
  'input.detailType': 'Order placed',
  'input.detail': '={orderId: order.id}',
};

/** True for a property that a modeler writes when the template is applied afresh: its condition holds by the defaults. */
function isActive({ condition }: TemplateProperty): boolean {
  const text = JSON.stringify(condition ?? {});
  return !/"isEmpty":false|"equals":"(?:defaultCredentialsChain|detail)"/.test(text);
}

/** A task as a modeler makes it from a template: defaults written, required fields empty or filled, optional ones left out. */
function applied(template: ElementTemplate, filled: Readonly<Record<string, string>>): TaskSpec {
  const active = template.properties.filter(isActive);
  const mappings = active.flatMap(({ binding, value, optional }): [string, string][] => {
    if (binding.type !== 'zeebe:input' || binding.name === undefined) return [];
    const text = filled[binding.name] ?? value ?? '';
    return optional === true && text === '' ? [] : [[binding.name, text]];
  });
  const headers = active.flatMap(({ binding, value }): [string, string][] =>
    binding.type === 'zeebe:taskHeader' && binding.key !== undefined && value !== undefined
      ? [[binding.key, value]]
      : [],
  );
  const definition = (property: string): string | undefined =>
    active.find(({ binding }) => binding.type === 'zeebe:taskDefinition' && binding.property === property)?.value;
  const retries = definition('retries');
  return {
    template: { id: template.id, version: template.version },
    jobType: definition('type') ?? '',
    mappings,
    headers: Object.fromEntries(headers),
    ...(retries !== undefined && { retries }),
  };
}

describe.each([sendEventTemplate, ...officialTemplates])('the template $id version $version', (template) => {
  it('has no default that a rule complains of', async () => {
    const issues = await lint(bpmn({ tasks: [applied(template, {})] }));
    const withDefault = template.properties.flatMap(({ binding, value }) =>
      value === undefined ? [] : [binding.name ?? binding.key ?? binding.property],
    );
    // What has no default is empty at first, and asked for.
    expect(issues.filter(({ rule }) => !rule.endsWith('-required'))).toEqual([]);
    expect(issues.filter(({ field }) => withDefault.includes(field))).toEqual([]);
  });

  it('has no finding once the required fields are filled', async () => {
    expect(summary(await lint(bpmn({ tasks: [applied(template, FILLED)] })))).toEqual([]);
  });

  it('has none with the credentials of the worker', async () => {
    const task = applied(template, { ...FILLED, 'authentication.type': 'defaultCredentialsChain' });
    const mappings = (task.mappings ?? []).filter(([target]) => !/accessKey|secretKey/.test(target));
    if (!mappings.some(([target]) => target === 'authentication.type')) return;
    expect(summary(await lint(bpmn({ tasks: [{ ...task, mappings }] })))).toEqual([]);
  });
});

describe('diagrams that others made', () => {
  const inFolder = (folder: string, recursive: boolean): string[] =>
    readdirSync(new URL(folder, root), { recursive, encoding: 'utf8' })
      .filter((file) => file.endsWith('.bpmn'))
      .map((file) => folder + file);

  // The rooms of this workspace are linked there: their diagrams are no one else's.
  const isInstalled = (file: string): boolean => realpathSync(new URL(file, root)).includes('/node_modules/');

  const files = [...inFolder('demo/examples/', false), ...inFolder('node_modules/', true).filter(isInstalled)];

  it('are some', () => {
    expect(files).toContain('demo/examples/order-to-event.bpmn');
    expect(files.length).toBeGreaterThan(1);
  });

  it.each(files)('%s', async (file) => {
    expect(summary(await lint(readFileSync(new URL(file, root), 'utf8')))).toEqual([]);
  });
});

/** What Camunda's documentation shows of secrets, of the response, and of results, in this connector's fields. */
// https://docs.camunda.io/docs/components/connectors/out-of-the-box-connectors/amazon-eventbridge/
// https://docs.camunda.io/docs/components/connectors/use-connectors/
describe('documented examples of the official connector', () => {
  const inResponse = [
    'response.sdkResponseMetadata.requestId',
    'response.sdkHttpMetadata.httpHeaders.Date',
    'get value(response.sdkHttpMetadata.httpHeaders, "Content-Type")',
    'response.sdkHttpMetadata.httpStatusCode',
    'response.sdkHttpMetadata.allHttpHeaders.Date[1]',
    'response.failedEntryCount',
    'response.entries[1].eventId',
    'response.entries[1].errorCode',
    'response.entries[1].errorMessage',
    'sdkResponseMetadata.requestId',
    'entries[1].eventId',
  ];

  it.each<[string, TaskSpec]>([
    ['a secret in a text', { inputs: { 'authentication.accessKey': '{{secrets.MY_API_KEY}}' } }],
    ['a secret in an expression', { inputs: { 'input.detail': '= { myHeader: "{{secrets.MY_API_KEY}}"}' } }],
    [
      'a secret within a string',
      { inputs: { 'input.source': '= "https://" + baseUrl + "/{{secrets.TENANT_ID}}/accounting"' } },
    ],
    ['the result variable', { headers: { resultVariable: 'myEventResponse' } }],
    ...inResponse.map((path): [string, TaskSpec] => [
      path,
      { headers: { resultExpression: `= {\n  value: ${path}\n}` } },
    ]),
    [
      'an event as JSON',
      { inputs: { 'input.detail': '{"event": "order_created", "customer_id": "12345", "order_total": 100.50}' } },
    ],
  ])('%s', async (_, task) => {
    for (const { id, version } of officialTemplates) {
      expect(summary(await lint(bpmn({ tasks: [{ ...official, ...task, template: { id, version } }] })))).toEqual([]);
    }
  });
});
