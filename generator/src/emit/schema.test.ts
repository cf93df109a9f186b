import { describe, expect, it } from 'vitest';
import schema from '@camunda/zeebe-element-templates-json-schema/resources/schema.json' with { type: 'json' };
import { BINDING_KINDS, PROPERTY_KINDS } from '../index.ts';
import {
  CHOICE_KEYS,
  CONDITION_KEYS,
  CONFIGURATION_TEMPLATE_KEYS,
  CONSTRAINT_KEYS,
  GROUP_KEYS,
  PROPERTY_KEYS,
  TEMPLATE_KEYS,
} from './key-order.ts';

type Node = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

/** Every member name that some `properties` of the schema declares under the path of the `$id`. */
function declaredBelow(parent: string): string[] {
  const names = new Set<string>();
  const walk = (node: unknown): void => {
    if (!isNode(node)) return;
    const id = node['$id'];
    if (typeof id === 'string' && id.startsWith(`#${parent}/`)) {
      const rest = id.slice(parent.length + 2);
      if (!rest.includes('/')) names.add(rest);
    }
    Object.values(node).forEach(walk);
  };
  walk(schema);
  return [...names];
}

/** All values of `enum` and `const` that the schema lists for a member of this name. */
function listedFor(member: string): Set<string> {
  const values = new Set<string>();
  const collect = (node: unknown): void => {
    if (!isNode(node)) return;
    for (const value of [node['const'], ...(Array.isArray(node['enum']) ? (node['enum'] as unknown[]) : [])]) {
      if (typeof value === 'string') values.add(value);
    }
    for (const key of ['not', 'oneOf', 'anyOf', 'allOf']) {
      const inner = node[key];
      (Array.isArray(inner) ? inner : [inner]).forEach(collect);
    }
  };
  const walk = (node: unknown): void => {
    if (!isNode(node)) return;
    const properties = node['properties'];
    if (isNode(properties)) collect(properties[member]);
    Object.values(node).forEach(walk);
  };
  walk(schema);
  return values;
}

function bindingTypes(): string[] {
  let found: string[] = [];
  const walk = (node: unknown): void => {
    if (!isNode(node)) return;
    if (node['$id'] === '#/properties/property/binding/type') found = node['enum'] as string[];
    Object.values(node).forEach(walk);
  };
  walk(schema);
  return found;
}

function sorted(names: Iterable<string>): string[] {
  return [...names].sort();
}

describe('the lists of this package and the schema', () => {
  it('know the same bindings', () => {
    expect(bindingTypes()).toHaveLength(27);
    expect(sorted(Object.keys(BINDING_KINDS))).toEqual(sorted(bindingTypes()));
  });

  it('know the same property types', () => {
    const types = Object.keys(PROPERTY_KINDS);
    const named = listedFor('type');
    expect(types.filter((type) => !named.has(type))).toEqual([]);
    // What else the schema names as a `type` belongs to bindings, conditions and generated values.
    const others = [...named].filter((type) => /^[A-Z]/.test(type) && !types.includes(type));
    expect(others).toEqual([]);
  });

  it.each([
    ['/properties/property', [...PROPERTY_KEYS, 'binding']],
    ['/groups/group', GROUP_KEYS],
    ['/condition', CONDITION_KEYS],
  ])('know the same members of %s/', (parent, keys) => {
    const unknown = declaredBelow(parent).filter((name) => !(keys as readonly string[]).includes(name));
    expect(unknown).toEqual([]);
  });

  it('know the same members of a template', () => {
    const { allOf, properties } = schema.definitions.template;
    const declared = [...Object.keys(properties), ...Object.keys(allOf[0]?.properties ?? {})];
    expect(sorted(TEMPLATE_KEYS)).toEqual(sorted(new Set(declared)));
  });

  it('know the members of choices, constraints and configuration templates', () => {
    expect(sorted(CHOICE_KEYS)).toEqual(['condition', 'name', 'value']);
    expect(sorted(CONSTRAINT_KEYS)).toEqual(['maxLength', 'minLength', 'notEmpty', 'pattern']);
    const declared = Object.keys(
      schema.definitions.template.properties.configurationTemplates.items.allOf[0]?.properties ?? {},
    );
    const ours: readonly string[] = CONFIGURATION_TEMPLATE_KEYS;
    expect(declared.filter((name) => name !== '$schema' && !ours.includes(name))).toEqual([]);
  });
});

describe('every kind of binding', () => {
  it.each(Object.entries(BINDING_KINDS))('%s carries its own name, and its type last', (name, kind) => {
    expect(kind.type).toBe(name);
    expect(kind.members.at(-1)).toBe('type');
  });
});
