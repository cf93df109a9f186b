import type { TemplateSpec } from '../../definition/template.ts';
import type { Condition, SimpleCondition } from '../../job-input/index.ts';
import type { AnyProperty } from '../../types/registry.ts';
import { acceptedValues, listed, propertiesById, simpleConditions } from '../conditions.ts';
import { type DefinitionPath, type Finding, type LintRule, errorAt } from '../rule.ts';
import { suggestion } from '../suggest.ts';
import { valueProblem } from '../value-kind.ts';

/** References that lead nowhere. The compiler finds them too; definitions in plain JavaScript have only this. */
export const unknownReference: LintRule = {
  id: 'unknown-reference',
  check: (template) => [
    ...ofProperties(template, []),
    ...Object.entries(template.configurationTemplates ?? {}).flatMap(([id, configuration]) =>
      ofProperties(configuration, ['configurationTemplates', id]),
    ),
    ...ofConfigurations(template),
    ...ofPresets(template),
    ...ofSteps(template.steps ?? [], Object.keys(template.presets ?? {}), ['steps']),
  ],
};

type ById = ReturnType<typeof propertiesById>;

/** What is known, and which of it was probably meant. */
function known(what: string, written: string, ids: readonly string[]): string {
  return `no ${what} has the id "${written}"${suggestion(written, ids)}; the ids are: ${listed(ids)}`;
}

function ofProperties(
  { groups, properties }: Pick<TemplateSpec, 'groups' | 'properties'>,
  base: DefinitionPath,
): Finding[] {
  const byId = propertiesById(properties);
  // a configuration template may leave its groups to the modeler
  const groupIds = groups === undefined && base.length > 0 ? undefined : Object.keys(groups ?? {});
  return Object.entries(properties).flatMap(([key, property]) => {
    const at = (...members: DefinitionPath): DefinitionPath => [...base, 'properties', key, ...members];
    const about = (finding: Finding): Finding => (base.length === 0 ? { ...finding, property: key } : finding);
    const choices = 'choices' in property ? property.choices : [];
    return [
      ...(property.group === undefined || groupIds?.includes(property.group) !== false
        ? []
        : [errorAt(at('group'), known('group', property.group, groupIds))]),
      ...ofCondition(property.condition, byId, at('condition')),
      ...choices.flatMap(({ condition }, index) => ofCondition(condition, byId, at('choices', index, 'condition'))),
    ].map(about);
  });
}

function ofCondition(condition: Condition | undefined, byId: ById, path: DefinitionPath): readonly Finding[] {
  return simpleConditions(condition).flatMap((simple) => ofComparison(simple, byId, path));
}

function ofComparison(condition: SimpleCondition, byId: ById, path: DefinitionPath): readonly Finding[] {
  const targets = byId.get(condition.property);
  if (targets === undefined) {
    return [
      errorAt(
        path,
        `its condition names a property that is not there: ${known('property', condition.property, [...byId.keys()])}`,
      ),
    ];
  }
  return (acceptedValues(condition) ?? []).flatMap((value) => {
    const problem = impossible(targets, value);
    return problem === undefined
      ? []
      : [
          errorAt(
            path,
            `its condition compares "${condition.property}" with ${JSON.stringify(value)}, which it never is: ${problem}`,
          ),
        ];
  });
}

/** Why none of the properties can have the value; undefined where one can. */
function impossible(targets: readonly AnyProperty[], value: unknown): string | undefined {
  const problems = targets.map((target) => {
    if (!('choices' in target)) return valueProblem(target, value);
    const choices = target.choices.map((choice) => choice.value);
    if (choices.some((choice) => choice === value)) return undefined;
    return `the choices are: ${listed(choices)}${suggestion(String(value), choices)}`;
  });
  return problems.includes(undefined) ? undefined : problems[0];
}

function ofConfigurations({ properties, configurationTemplates }: TemplateSpec): Finding[] {
  const ids = Object.keys(configurationTemplates ?? {});
  return Object.entries(properties).flatMap(([key, property]): Finding[] => {
    if (property.type !== 'Configuration' || ids.includes(property.configurationTemplate)) return [];
    const path = ['properties', key, 'configurationTemplate'];
    return [{ ...errorAt(path, known('configuration template', property.configurationTemplate, ids)), property: key }];
  });
}

function ofPresets({ properties, presets }: TemplateSpec): Finding[] {
  const byId = propertiesById(properties);
  return Object.entries(presets ?? {}).flatMap(([preset, values]) =>
    Object.entries(values).flatMap(([id, value]) => {
      const path = ['presets', preset, id];
      const targets = byId.get(id);
      if (targets === undefined)
        return [
          errorAt(
            path,
            `the preset "${preset}" sets a property that is not there: ${known('property', id, [...byId.keys()])}`,
          ),
        ];
      const problem = impossible(targets, value);
      return problem === undefined
        ? []
        : [
            errorAt(
              path,
              `the preset "${preset}" sets "${id}" to ${JSON.stringify(value)}, which it never is: ${problem}`,
            ),
          ];
    }),
  );
}

function ofSteps(
  steps: NonNullable<TemplateSpec['steps']>,
  presets: readonly string[],
  path: DefinitionPath,
): Finding[] {
  return steps.flatMap((step, index) => {
    if ('steps' in step) return ofSteps(step.steps, presets, [...path, index, 'steps']);
    if (presets.includes(step.presetId)) return [];
    return [
      errorAt(
        [...path, index, 'presetId'],
        `the step "${step.name}" applies a preset that is not there: ${known('preset', step.presetId, presets)}`,
      ),
    ];
  });
}
