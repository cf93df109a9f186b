import { bindingKind } from '../bindings/kind-of.ts';
import type { TemplateSpec } from '../definition/template.ts';
import type { Limit } from '../types/common.ts';
import { type AnyProperty, PROPERTY_KINDS } from '../types/registry.ts';
import { conditionWords } from './condition-words.ts';
import { blocks, code, factTable, fromHtml, link, table } from './markdown.ts';

/** One field: heading, description, table of facts. */
export function fieldSection(id: string, property: AnyProperty, template: TemplateSpec): string {
  const { reference = {} } = property;
  return blocks([
    `### ${property.label ?? id}`,
    property.description === undefined ? undefined : fromHtml(property.description),
    factTable(facts(property, template)),
    'choices' in property ? choiceTable(property, template) : undefined,
    reference.notes,
  ]);
}

type Fact = readonly [string, string];

function facts(property: AnyProperty, template: TemplateSpec): readonly Fact[] {
  const { reference = {}, binding } = property;
  const shown = conditionWords(property.condition, template);
  return [
    ['Control', control(property)],
    ['FEEL', feelWords(property)],
    ['Required', requiredWords(property)],
    ...fact('Shown', shown === undefined ? undefined : `while ${shown}`),
    ...('choices' in property ? [] : fact('Accepts', reference.accepts ?? property.job.expects)),
    ...limits(property).map((limit): Fact => ['Limit', limitWords(limit)]),
    ...fact('Form', formWords(property)),
    ...fact('Default', property.value === undefined ? undefined : defaultWords(property)),
    ...fact('Without a value, a worker assumes', codeOf(property.whenMissing)),
    ...fact('Example', codeOf(reference.example)),
    ['Written to', bindingKind(binding).describe(binding)],
  ];
}

function fact(name: string, value: string | undefined): Fact[] {
  return value === undefined ? [] : [[name, value]];
}

function codeOf(value: string | number | boolean | undefined): string | undefined {
  return value === undefined ? undefined : code(String(value));
}

function control(property: AnyProperty): string {
  const parts = [PROPERTY_KINDS[property.type].control];
  if (property.secret === true) parts.push('secret');
  if (property.editable === false) parts.push('read only');
  return parts.join(', ');
}

function feelWords(property: AnyProperty): string {
  return 'feel' in property
    ? { optional: 'optional', required: 'always', static: 'the value is written as an expression' }[property.feel]
    : 'no';
}

function requiredWords(property: AnyProperty): string {
  if (property.constraints?.notEmpty !== true) return 'no';
  return property.condition === undefined ? 'yes' : 'yes, while shown';
}

/** The author's limits; without any, those of the constraints. */
function limits(property: AnyProperty): readonly Limit[] {
  const own = property.reference?.limits;
  if (own !== undefined) return own;
  const { minLength, maxLength } = property.constraints ?? {};
  return [
    ...(minLength === undefined ? [] : [{ text: `at least ${minLength} characters` }]),
    ...(maxLength === undefined ? [] : [{ text: `at most ${maxLength} characters` }]),
  ];
}

function limitWords(limit: Limit): string {
  return limit.source === undefined ? limit.text : `${limit.text} (${link('source', limit.source)})`;
}

function formWords(property: AnyProperty): string | undefined {
  const pattern = property.constraints?.pattern;
  if (pattern === undefined) return undefined;
  if (typeof pattern === 'string') return `matches ${code(pattern)}`;
  return pattern.message ?? `matches ${code(pattern.value)}`;
}

function defaultWords(property: AnyProperty): string {
  const choices = 'choices' in property ? property.choices : [];
  const choice = choices.find((candidate) => candidate.value === property.value);
  return choice === undefined ? code(String(property.value)) : choice.name;
}

function choiceTable(property: AnyProperty & { readonly type: 'Dropdown' }, template: TemplateSpec): string {
  const conditional = property.choices.some((choice) => choice.condition !== undefined);
  return table(
    ['Choice', 'Value', ...(conditional ? ['Offered'] : [])],
    property.choices.map((choice) => [
      choice.name,
      choice.value === '' ? 'nothing' : code(choice.value),
      ...(conditional ? [offered(conditionWords(choice.condition, template))] : []),
    ]),
  );
}

function offered(words: string | undefined): string {
  return words === undefined ? 'always' : `while ${words}`;
}
