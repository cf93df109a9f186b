import { bindingKind } from '../../bindings/kind-of.ts';
import {
  CHOICE_KEYS,
  CONDITION_KEYS,
  CONFIGURATION_TEMPLATE_KEYS,
  CONSTRAINT_KEYS,
  GROUP_KEYS,
  PROPERTY_KEYS,
  TEMPLATE_KEYS,
} from '../../emit/key-order.ts';
import { AUTHOR_ONLY } from '../../emit/property.ts';
import type { TemplateSpec } from '../../definition/template.ts';
import { listed, simpleConditions } from '../conditions.ts';
import { type DefinitionPath, type Finding, type LintRule, errorAt } from '../rule.ts';
import { suggestion } from '../suggest.ts';

/** A member that templates do not have: modelers pass over it in silence, so what it was meant to do never happens. */
export const unknownMember: LintRule = {
  id: 'unknown-member',
  check: (template) => [
    ...strayOf(template, [...TEMPLATE_KEYS, 'reference'], 'a template', []),
    ...ofGroups(template, []),
    ...ofProperties(template, []),
    ...Object.entries(template.configurationTemplates ?? {}).flatMap(([id, configuration]) => {
      const path = ['configurationTemplates', id];
      return [
        ...strayOf(configuration, CONFIGURATION_TEMPLATE_KEYS, 'a configuration template', path),
        ...ofGroups(configuration, path),
        ...ofProperties(configuration, path),
      ];
    }),
  ],
};

function strayOf(value: object | undefined, keys: Iterable<string>, owner: string, path: DefinitionPath): Finding[] {
  const names = [...keys];
  return (
    Object.keys(value ?? {})
      // the habit of comments in JSON
      .filter((key) => !names.includes(key) && !key.startsWith('//'))
      .map((key) =>
        errorAt(
          [...path, key],
          `${owner} has no member "${key}"${suggestion(key, names)}; the members are: ${listed(names)}`,
        ),
      )
  );
}

type Owner = Pick<TemplateSpec, 'groups' | 'properties'>;

function ofGroups({ groups }: Owner, base: DefinitionPath): Finding[] {
  return Object.entries(groups ?? {}).flatMap(([id, group]) =>
    strayOf(group, GROUP_KEYS, 'a group', [...base, 'groups', id]),
  );
}

function ofProperties({ properties }: Owner, base: DefinitionPath): Finding[] {
  return Object.entries(properties).flatMap(([key, property]) => {
    const at = (...members: DefinitionPath): DefinitionPath => [...base, 'properties', key, ...members];
    const choices = 'choices' in property ? property.choices : [];
    const { condition, constraints, binding } = property;
    return [
      ...strayOf(property, [...PROPERTY_KEYS, ...AUTHOR_ONLY], 'a property', at()),
      ...strayOf(binding, bindingKind(binding).members, `the binding ${binding.type}`, at('binding')),
      ...strayOf(constraints, CONSTRAINT_KEYS, 'constraints', at('constraints')),
      ...choices.flatMap((choice, index) => strayOf(choice, CHOICE_KEYS, 'a choice', at('choices', index))),
      ...[condition, ...choices.map((choice) => choice.condition)].flatMap((one) =>
        simpleConditions(one).flatMap((simple) => strayOf(simple, CONDITION_KEYS, 'a condition', at('condition'))),
      ),
    ].map((finding) => (base.length === 0 ? { ...finding, property: key } : finding));
  });
}
