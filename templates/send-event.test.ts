import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  checkEndpoint,
  MAX_DETAIL_TYPE_CHARS,
  MAX_ENDPOINT_ID_CHARS,
  MAX_EVENT_BUS_NAME_CHARS,
  MAX_SOURCE_CHARS,
  MAX_TRACE_HEADER_CHARS,
} from '@eventbridge-kit/eventbridge';
import { lintTemplate } from 'element-template-generator';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lintTools } from '../generator/src/cli/tools.ts';
import { build } from '../generator/src/cli/build.ts';
import { run } from '../generator/src/cli/run.ts';
import { validateJson } from '../generator/src/cli/validate.ts';
import { SEND_EVENT_ID, SEND_EVENT_JOB_TYPE, sendEvent } from './index.ts';

interface JsonProperty {
  readonly id: string;
  readonly label?: string;
  readonly description?: string;
  readonly type: string;
  readonly value?: unknown;
  readonly generatedValue?: unknown;
  readonly feel?: string;
  readonly group?: string;
  readonly secret?: boolean;
  readonly optional?: boolean;
  readonly placeholder?: string;
  readonly binding: { readonly type: string; readonly name?: string; readonly key?: string };
  readonly constraints?: {
    readonly notEmpty?: boolean;
    readonly maxLength?: number;
    readonly pattern?: { readonly value: string; readonly message: string };
  };
}

interface JsonTemplate {
  readonly id: string;
  readonly name: string;
  readonly groups: readonly { readonly id: string; readonly openByDefault?: boolean }[];
  readonly properties: readonly JsonProperty[];
  readonly icon: { readonly contents: string };
}

function here(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}
const json = readFileSync(here('send-event.json'), 'utf8');
const page = readFileSync(here('send-event.md'), 'utf8');
const template = JSON.parse(json) as JsonTemplate;
const shown = template.properties.filter((property) => property.type !== 'Hidden');

function property(id: string): JsonProperty {
  const found = template.properties.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no property ${id}`);
  return found;
}

describe('send-event.json and send-event.md', () => {
  it.each(['generate', 'types'])('are up to date (%s): npm run generate', async (command) => {
    let stderr = '';
    const world = { workingDirectory: here('.'), out: () => undefined, err: (text: string) => (stderr += text), build };
    const code = await run([command, 'send-event.ts', '--check'], world);
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });

  it('pass the validator and every lint rule', () => {
    expect(validateJson(json, Object.keys(sendEvent.properties))).toEqual([]);
    expect(lintTemplate(sendEvent, lintTools)).toEqual([]);
  });
});

describe('the template', () => {
  it('keeps its id, its name and its job type', () => {
    expect(template).toMatchObject({ id: SEND_EVENT_ID, name: 'Send event to Amazon EventBridge' });
    expect(SEND_EVENT_ID).toBe('eventbridge-kit.send-event.v1');
    expect(property('jobType')).toMatchObject({ value: SEND_EVENT_JOB_TYPE, binding: { property: 'type' } });
    expect(SEND_EVENT_JOB_TYPE).toBe('eventbridge-kit:send-event:1');
  });

  it('shows these groups, and every field in one of them', () => {
    const groups = template.groups.map(({ id }) => id);
    expect(groups).toEqual([
      'authentication',
      'role',
      'configuration',
      'eventDetails',
      'eventPayload',
      'advanced',
      'idempotency',
      'output',
      'error',
      'retries',
    ]);
    for (const { id, group } of shown) expect([id, groups.includes(group ?? '')]).toEqual([id, true]);
    expect(groups.filter((id) => !shown.some(({ group }) => group === id))).toEqual([]);
    expect(template.groups.find(({ id }) => id === 'advanced')?.openByDefault).toBe(false);
  });

  it('writes these headers', () => {
    const keys = template.properties.flatMap(({ binding }) =>
      binding.type === 'zeebe:taskHeader' ? [binding.key] : [],
    );
    expect(keys).toEqual([
      'resultVariable',
      'resultExpression',
      'errorExpression',
      'retryBackoff',
      'jobTimeout',
      'elementTemplateId',
      'elementTemplateVersion',
    ]);
  });

  it('has a default for what a fresh task needs, but for what only its author knows', () => {
    const empty = template.properties.filter(
      ({ constraints, value }) => constraints?.notEmpty === true && value === undefined,
    );
    // a region that nobody chose would send the events of most users to the wrong place
    expect(empty.map(({ label }) => label)).toEqual(['Region', 'Source', 'Detail type']);
  });

  it('shows no example that could be taken for a value where a value must stand', () => {
    const required = template.properties.filter(({ constraints }) => constraints?.notEmpty === true);
    const examples = required.flatMap(({ placeholder, value }) => (value === undefined ? [placeholder ?? ''] : []));
    expect(examples.filter((example) => !/^(?:For example .+)?$/.test(example))).toEqual([]);
  });

  it('never holds a secret', () => {
    const secrets = template.properties.filter(({ secret }) => secret === true);
    expect(secrets.map(({ id }) => id)).toEqual([
      'authentication.accessKey',
      'authentication.secretKey',
      'authentication.sessionToken',
    ]);
    for (const secret of secrets) {
      // a reference to a secret by its name gives nothing away
      if (secret.value !== undefined) expect(secret.value).toMatch(/^\{\{secrets\.[A-Z_]+\}\}$/);
      expect(secret).not.toHaveProperty('generatedValue');
      expect(secret.description).toContain('{{secrets.');
    }
  });

  it('has a small icon of its own, inlined', () => {
    const svg = Buffer.from(template.icon.contents.replace('data:image/svg+xml;base64,', ''), 'base64').toString();
    expect(svg).toBe(readFileSync(here('icon.svg'), 'utf8'));
    expect(svg).toMatch(/^<svg /);
    expect(svg.length).toBeLessThanOrEqual(8192);
  });

  it.each(shown.map((field) => [field.id, field] as const))('%s says what to enter and links to a page', (_, field) => {
    expect(field.label).toMatch(/^[A-Z][^A-Z]*( (ARN|id))?$/);
    expect(field.description).toMatch(/<a href="https:\/\/[^"]+" target="_blank">[^<]+<\/a>/);
    if (field.constraints?.pattern !== undefined && field.value === undefined) expect(field.placeholder).toBeTruthy();
  });

  it.each(shown.filter((field) => field.constraints?.pattern !== undefined).map((field) => [field.id, field] as const))(
    '%s takes its own placeholder, a secret, and nothing where it may stay empty',
    (id, { placeholder, constraints, binding }) => {
      const pattern = new RegExp(constraints?.pattern?.value ?? '');
      if (placeholder !== undefined) expect(placeholder.replace(/^For example /, '')).toMatch(pattern);
      if (constraints?.notEmpty !== true) expect('').toMatch(pattern);
      if (binding.type === 'zeebe:input') expect(`{{secrets.${id}}}`).toMatch(pattern);
      expect(constraints?.pattern?.message).toMatch(/^must /);
    },
  );

  it('leaves nothing in the diagram for optional inputs that are empty', () => {
    for (const { id, binding, constraints, optional, value } of template.properties) {
      if (binding.type !== 'zeebe:input' || value !== undefined) continue;
      expect([id, optional === true]).toEqual([id, constraints?.notEmpty !== true]);
    }
  });

  it('takes its limits from the fields of EventBridge', () => {
    const limits = shown.flatMap(({ id, constraints }) =>
      constraints?.maxLength === undefined || id.startsWith('authentication') ? [] : [[id, constraints.maxLength]],
    );
    expect(limits).toEqual([
      ['input.eventBusName', MAX_EVENT_BUS_NAME_CHARS],
      ['input.source', MAX_SOURCE_CHARS],
      ['input.detailType', MAX_DETAIL_TYPE_CHARS],
      ['input.traceHeader', MAX_TRACE_HEADER_CHARS],
      ['configuration.endpointId', MAX_ENDPOINT_ID_CHARS],
    ]);
  });

  it('takes the endpoints that the worker takes, and no others', () => {
    const pattern = new RegExp(property('configuration.endpoint').constraints?.pattern?.value ?? '');
    const address = fc
      .tuple(
        fc.constantFrom('https://', 'http://', 'HTTP://', 'ftp://', ''),
        fc.oneof(
          fc.constantFrom('localhost', 'LocalHost', 'a.localhost', '[::1]', '[::2]', 'me@x'),
          fc.domain(),
          fc.ipV4(),
        ),
        fc.oneof(
          fc.constant(''),
          fc.nat({ max: 99_999 }).map((port) => `:${port}`),
        ),
        fc.constantFrom('', '/', '/a/b', '/?a', '#a', ' '),
      )
      .map((parts) => parts.join(''));
    const isTaken = (value: string): boolean => checkEndpoint(value).length === 0;
    fc.assert(
      fc.property(address, (value) => {
        expect(pattern.test(value)).toBe(isTaken(value));
      }),
      { numRuns: 1_000 },
    );
  });

  it('speaks FEEL where an expression makes sense, and nothing else in the expressions', () => {
    const always = shown.filter(({ feel }) => feel === 'required').map(({ id }) => id);
    expect(always).toEqual(['resultExpression', 'errorExpression']);
    const plain = shown.filter(({ feel }) => feel === undefined).map(({ id }) => id);
    expect(plain).toEqual([
      'authentication.type',
      'input.idempotencyId',
      'input.idempotencyField',
      'resultVariable',
      'retryBackoff',
      'jobTimeout',
    ]);
  });
});

describe('the reference page', () => {
  it('has every field with control, FEEL and binding', () => {
    for (const { label, binding } of shown) {
      const section = page.split(`### ${label ?? ''}\n`)[1]?.split(/\n##/)[0] ?? '';
      for (const fact of ['| Control |', '| FEEL |', '| Required |', '| Written to |']) expect(section).toContain(fact);
      if (binding.name !== undefined) expect(section).toContain(binding.name);
    }
  });

  it('names the AWS permissions, with policies that are JSON', () => {
    const section = page.split('## AWS permissions')[1]?.split('\n## ')[0] ?? '';
    for (const action of ['events:PutEvents', 'sts:AssumeRole', 'events:DescribeEventBus'])
      expect(section).toContain(action);
    const policies = [...section.matchAll(/```json\n([^`]*)```/g)].map(([, text]) => JSON.parse(text ?? '') as unknown);
    expect(policies).toHaveLength(3);
    for (const policy of policies) expect(policy).toMatchObject({ Version: '2012-10-17' });
  });
});
