import { describe, expect, it } from 'vitest';
import { everyBinding } from '../../test/every-binding.ts';
import { notify } from '../../test/example.ts';
import { validateJson } from '../cli/validate.ts';
import { BINDING_KINDS, PROPERTY_KINDS, SCHEMA_ADDRESS, emitTemplate, lintTemplate, templateJson } from '../index.ts';

describe('templateJson', () => {
  it('writes two spaces, a final newline and the same text each time', () => {
    const json = templateJson(notify);
    expect(json.startsWith(`{\n  "$schema": "${SCHEMA_ADDRESS}",\n  "name": "Notify with Example",\n  "id":`)).toBe(
      true,
    );
    expect(json.endsWith('\n}\n')).toBe(true);
    expect(templateJson(notify)).toBe(json);
  });

  it('writes properties in the order of their declaration, members in the official order', () => {
    const { properties } = emitTemplate(notify);
    expect(JSON.stringify((properties as unknown[])[2])).toBe(
      JSON.stringify({
        id: 'authentication.token',
        label: 'Token',
        description: 'Use a secret: {{secrets.EXAMPLE_TOKEN}}',
        constraints: { notEmpty: true },
        group: 'authentication',
        binding: { name: 'authentication.token', type: 'zeebe:input' },
        condition: { property: 'authentication.type', equals: 'token', type: 'simple' },
        type: 'String',
        secret: true,
      }),
    );
    expect((properties as { id: string }[]).map(({ id }) => id)).toEqual(Object.keys(notify.properties));
  });

  it('leaves out what is for authors, workers and readers', () => {
    const json = templateJson(notify);
    for (const member of ['job', 'whenMissing', 'reference', 'accepts']) expect(json).not.toContain(`"${member}":`);
  });

  it('says of an optional property with constraints that it may be empty, as the schema wants', () => {
    const template = everyBinding[1];
    const [first] = emitTemplate({
      ...template,
      properties: {
        x: { ...notify.properties['message.subject'], optional: true, constraints: { maxLength: 3 } },
      },
    })['properties'] as { constraints: unknown }[];
    expect(first?.constraints).toEqual({ notEmpty: false, maxLength: 3 });
  });

  it('needs the contents of an icon that is a file', () => {
    const template = { ...notify, icon: { file: 'icon.svg' } };
    expect(() => templateJson(template)).toThrow('icon.svg');
    expect(templateJson(template, { iconContents: 'data:image/svg+xml,x' })).toContain(
      '"contents": "data:image/svg+xml,x"',
    );
  });
});

describe('the templates that use everything', () => {
  const properties = everyBinding.flatMap((template) =>
    Object.values<{ type: string; binding: { type: string } }>(template.properties),
  );

  it('use every property type and every binding', () => {
    expect(new Set(properties.map(({ type }) => type))).toEqual(new Set(Object.keys(PROPERTY_KINDS)));
    expect(new Set(properties.map(({ binding }) => binding.type))).toEqual(new Set(Object.keys(BINDING_KINDS)));
  });

  it.each(everyBinding.map((template) => [template.id, template] as const))('%s is valid and clean', (_, template) => {
    expect(validateJson(templateJson(template), Object.keys(template.properties))).toEqual([]);
    expect(lintTemplate(template)).toEqual([]);
  });
});
