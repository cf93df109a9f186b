import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bpmn } from '@eventbridge-kit/testkit/bpmn';
import { root } from '@eventbridge-kit/testkit/machine/project';
import { drawn, openHeadless } from '@eventbridge-kit/testkit/modeler/headless';
import { describe, expect, it } from 'vitest';
import { bindingKey, lostValues } from '../src/upgrade/lost-values.ts';
import type { Binding, TemplateJson, TemplateProperty } from '../src/upgrade/template-json.ts';

const TASK = 'Task_1';

interface Version extends TemplateJson {
  readonly id: string;
  readonly version: number;
  readonly properties: readonly TemplateProperty[];
}

const newest = JSON.parse(readFileSync(join(root, 'templates/send-event.json'), 'utf8')) as Version; // the generator's

/** The next version, with its properties changed. */
function next(older: Version, change: (properties: TemplateProperty[]) => TemplateProperty[]): Version {
  const version = older.version + 1;
  const properties = change([...older.properties]).map((property) =>
    property.id === 'elementTemplateVersion' ? { ...property, value: String(version) } : property,
  );
  return { ...older, version, properties };
}

function changed(id: string, change: (property: TemplateProperty) => TemplateProperty) {
  return (properties: TemplateProperty[]): TemplateProperty[] =>
    properties.map((property) => (property.id === id ? change(property) : property));
}

const added = next(newest, (properties) => [
  ...properties,
  {
    id: 'input.tag',
    label: 'Tag',
    type: 'String',
    optional: true,
    group: 'advanced',
    binding: { type: 'zeebe:input', name: 'input.tag' },
  },
]);
const moved = next(
  added,
  changed('input.time', (property) => ({ ...property, group: 'eventDetails' })),
);
const dropped = next(moved, (properties) => properties.filter(({ id }) => id !== 'input.traceHeader'));
const renamed = next(
  dropped,
  changed('resultVariable', (property) => ({ ...property, binding: { type: 'zeebe:taskHeader', key: 'variable' } })),
);
const VERSIONS = [newest, added, moved, dropped, renamed];

/** A text for every field, other than what the template writes by itself. */
function filledIn({ id, version, properties }: Version): string {
  const visible = properties.filter(({ type }) => type !== 'Hidden');
  const textOf = ({ type, choices, label = '' }: TemplateProperty): string =>
    type === 'Dropdown'
      ? (choices?.find(({ value }) => ['credentials', 'detail'].includes(value))?.value ?? '')
      : `my ${label}`;
  const texts = (kind: string, member: 'name' | 'key'): [string, string][] =>
    visible
      .filter(({ binding }) => binding.type === kind)
      .map((property) => [property.binding[member] ?? '', textOf(property)]);
  const task = {
    template: { id, version },
    mappings: texts('zeebe:input', 'name'),
    headers: Object.fromEntries([...texts('zeebe:taskHeader', 'key'), ['elementTemplateId', id]]),
    retries: '7',
  };
  return drawn(bpmn({ tasks: [task] }));
}

/** What a person wrote into the task, by where it stands. */
function valuesIn(xml: string): ReadonlyMap<string, string> {
  const found = (form: RegExp, binding: (place: string) => Binding): [string, string][] =>
    [...xml.matchAll(form)].map(([, a = '', b = '']) => [bindingKey(binding(b)), a]);
  return new Map([
    ...found(/<zeebe:input source="([^"]*)" target="([^"]*)"/g, (name) => ({ type: 'zeebe:input', name })),
    ...[...xml.matchAll(/<zeebe:header key="(?!elementTemplate)([^"]*)" value="([^"]*)"/g)].map(
      ([, key = '', value = '']): [string, string] => [bindingKey({ type: 'zeebe:taskHeader', key }), value],
    ),
    ...found(/<zeebe:taskDefinition [^>]*retries="([^"]*)"()/g, () => ({
      type: 'zeebe:taskDefinition',
      property: 'retries',
    })),
  ]);
}

/** The diagram after a modeler's own upgrade of its task. */
async function upgraded(xml: string, templates: readonly Version[], to: Version): Promise<string> {
  const modeler = await openHeadless(xml, templates);
  const task = modeler.get('elementRegistry').get(TASK);
  if (task === undefined) throw new Error('the diagram has lost its task');
  modeler.get('elementTemplates').applyTemplate(task, to);
  return (await modeler.saveXML({ format: true })).xml;
}

describe.each([
  { modeler: 'that has all versions', has: (older: Version, newer: Version) => [older, newer] },
  { modeler: 'that has the newest version alone', has: (_: Version, newer: Version) => [newer] },
])('a diagram in a modeler $modeler', ({ has }) => {
  it('keeps each value whose binding lives on through every version, and loses what is told', async () => {
    let xml = filledIn(newest);
    expect(valuesIn(xml).size).toBe(newest.properties.filter(({ type }) => type !== 'Hidden').length);
    const told: [number, string][] = [];
    for (const [index, newer] of VERSIONS.slice(1).entries()) {
      const older = VERSIONS[index] ?? newest;
      const before = valuesIn(xml);
      xml = await upgraded(xml, has(older, newer), newer);
      expect(xml).toContain(`zeebe:modelerTemplateVersion="${newer.version}"`);
      const after = valuesIn(xml);
      const lost = lostValues(older, newer);
      const lostKeys = older.properties.filter(({ binding }) =>
        lost.some(({ binding: name }) => [binding.name, binding.key].includes(name)),
      );
      const kept = [...before].filter(([key]) => !lostKeys.some(({ binding }) => bindingKey(binding) === key));
      expect(Object.fromEntries(after)).toMatchObject(Object.fromEntries(kept));
      expect([...before.keys()].filter((key) => !after.has(key))).toHaveLength(lost.length);
      told.push(...lost.map(({ label }): [number, string] => [newer.version, label]));
    }
    expect(told).toEqual([
      [dropped.version, 'Trace header'],
      [renamed.version, 'Result variable'],
    ]);
  });
});
