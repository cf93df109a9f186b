import { describe, expect, it } from 'vitest';
import { validatorFindings } from '../cli/validate.ts';
import { ELEMENT_TYPES } from '../element.ts';
import {
  BINDING_KINDS,
  type Binding,
  PROPERTY_KINDS,
  type PropertyType,
  hidden,
  textValue,
  userTask,
} from '../index.ts';
import { emitProperty } from '../emit/property.ts';
import type { JsonObject } from '../job-input/index.ts';
import type { BindingRule } from './binding-kind.ts';

/** One binding of each kind, and of each `property` that has a rule of its own. */
const samples: readonly (readonly [string, Binding, BindingRule])[] = Object.values(BINDING_KINDS).flatMap(
  ({ example, rules }: { readonly example: Binding; readonly rules: readonly BindingRule[] }) =>
    rules.flatMap((rule) =>
      (rule.when ?? [undefined]).map((value) => {
        const sample = value === undefined ? example : ({ ...example, property: value } as Binding);
        return [`${example.type} ${value ?? ''}`.trim(), sample, rule] as const;
      }),
    ),
);

const TYPES = Object.keys(PROPERTY_KINDS) as PropertyType[];

/** A property of the type with the binding, otherwise as right as it can be. */
function propertyOf(type: PropertyType, binding: Binding): JsonObject {
  return {
    ...emitProperty('x', { type: 'Hidden', job: textValue(), binding }),
    type,
    ...(type === 'Dropdown' && { choices: [{ name: 'A', value: '1' }] }),
    ...(type === 'Configuration' && { configurationTemplate: 'x' }),
    // A text that stands where the schema wants a number or an expression must be FEEL.
    ...((type === 'String' || type === 'Text') && { feel: 'required' }),
  };
}

/** Where the validator finds something wrong. */
function places(properties: readonly JsonObject[], element: string): string[] {
  const template = {
    id: 'a',
    name: 'A',
    appliesTo: ['bpmn:Task', 'bpmn:Event'],
    elementType: { value: element },
    properties,
  };
  return validatorFindings(JSON.stringify(template)).map(({ instancePath }) => instancePath);
}

/** Only conditional events have them; the schema forgets to say so. */
const STRICTER_THAN_THE_SCHEMA = [
  'bpmn:ConditionalEventDefinition#property',
  'bpmn:ConditionalEventDefinition#zeebe:conditionalFilter#property',
];

const companion = emitProperty('user-task', hidden({ binding: userTask() }));

describe('the rules of the bindings', () => {
  it.each(samples)('%s allows the property types that the schema allows', (_, binding, rule) => {
    const allowed = TYPES.filter((type) => {
      const found = places([propertyOf(type, binding)], 'bpmn:Task');
      return !found.some((place) => ['/properties/0/type', '/properties/0/binding/type'].includes(place));
    });
    expect(allowed).toEqual(TYPES.filter((type) => rule.types.includes(type)));
  });

  const onElements = samples.filter(([, { type }]) => !STRICTER_THAN_THE_SCHEMA.includes(type));

  it.each(onElements)('%s is allowed on the elements that the schema allows', (_, binding, rule) => {
    const [type] = rule.types;
    if (type === undefined) throw new Error('the rule allows nothing');
    const allowed = ELEMENT_TYPES.filter((element) => {
      const needsUserTask = rule.elements?.includes('bpmn:UserTask') === true && binding.type !== 'zeebe:userTask';
      const found = places([propertyOf(type, binding), ...(needsUserTask ? [companion] : [])], element);
      return !found.includes('/elementType/value');
    });
    expect(allowed).toEqual(ELEMENT_TYPES.filter((element) => rule.elements?.includes(element) ?? true));
  });
});
