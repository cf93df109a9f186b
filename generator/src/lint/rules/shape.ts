import { isJsonObject } from '@eventbridge-kit/issue';
import { BINDING_KINDS } from '../../bindings/index.ts';
import { PROPERTY_KINDS } from '../../types/registry.ts';
import { listed } from '../conditions.ts';
import { type DefinitionPath, type Finding, type LintRule, errorAt } from '../rule.ts';
import { suggestion } from '../suggest.ts';

/**
 * Parts that are not what they must be for anything else to be said: a property that is no object, a binding that does not
 * exist, a dropdown without choices. The compiler finds them too; plain JavaScript and JSON have only this.
 */
export const shape: LintRule = {
  id: 'shape',
  check: (template) => shapeFindings(template),
};

type Fields = Readonly<Record<string, unknown>>;

/** A definition as far as nobody has looked at it yet. */
export function shapeFindings(template: object): Finding[] {
  const { id, name, appliesTo, elementType, engines, steps, icon, ...records } = template as Fields;
  const texts = { id, name };
  return [
    ...Object.entries(texts).flatMap(([member, value]) => expect(value, 'text', [member])),
    ...(Array.isArray(appliesTo) && appliesTo.every((element) => typeof element === 'string')
      ? []
      : [wrong(['appliesTo'], "a list of elements, such as ['bpmn:Task']", appliesTo)]),
    ...(elementType === undefined ? [] : ofMember(elementType, 'value', ['elementType'])),
    ...(engines === undefined ? [] : ofRecord(engines, ['engines'], (range, path) => expect(range, 'text', path))),
    ...(steps === undefined ? [] : ofSteps(steps, ['steps'])),
    ...(icon === undefined ? [] : ofIcon(icon, ['icon'])),
    ...ofOwner(records, []),
    ...ofRecord(records['presets'] ?? {}, ['presets'], (values, path) => expect(values, 'object', path)),
    ...ofRecord(records['configurationTemplates'] ?? {}, ['configurationTemplates'], (configuration, path) =>
      isJsonObject(configuration) ? ofOwner(configuration, path) : expect(configuration, 'object', path),
    ),
  ];
}

const NAMES = { text: 'text', object: 'an object', list: 'a list' } as const;

function expect(value: unknown, wanted: keyof typeof NAMES, path: DefinitionPath): Finding[] {
  return kindOf(value) === NAMES[wanted] ? [] : [wrong(path, NAMES[wanted], value)];
}

function wrong(path: DefinitionPath, wanted: string, found: unknown): Finding {
  return errorAt(path, `${path.at(-1) ?? 'the definition'} must be ${wanted}, found ${kindOf(found)}`);
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return NAMES.list;
  return { string: NAMES.text, object: NAMES.object }[typeof value as string] ?? `a ${typeof value}`;
}

/** A file or its contents. */
const ofIcon: Check = (icon, path) =>
  ofMember(icon, isJsonObject(icon) && icon['contents'] !== undefined ? 'contents' : 'file', path);

type Check = (value: unknown, path: DefinitionPath) => Finding[];

function ofRecord(record: unknown, path: DefinitionPath, check: Check): Finding[] {
  return isJsonObject(record)
    ? Object.entries(record).flatMap(([key, value]) => check(value, [...path, key]))
    : expect(record, 'object', path);
}

function ofMember(value: unknown, member: string, path: DefinitionPath): Finding[] {
  return isJsonObject(value) ? expect(value[member], 'text', [...path, member]) : expect(value, 'object', path);
}

const ofSteps: Check = (steps, path) =>
  ofList(steps, path, (step, at) => {
    if (!isJsonObject(step)) return expect(step, 'object', at);
    return step['steps'] === undefined ? ofMember(step, 'presetId', at) : ofSteps(step['steps'], [...at, 'steps']);
  });

/** Groups and properties, of a template or of a configuration template. */
function ofOwner({ groups = {}, properties }: Fields, base: DefinitionPath): Finding[] {
  return [
    ...ofRecord(groups, [...base, 'groups'], (group, path) => ofMember(group, 'label', path)),
    ...ofRecord(properties, [...base, 'properties'], ofProperty).map((finding) =>
      base.length === 0 && typeof finding.path[1] === 'string' ? { ...finding, property: finding.path[1] } : finding,
    ),
  ];
}

const ofProperty: Check = (property, path) => {
  if (!isJsonObject(property)) return expect(property, 'object', path);
  const { type, binding, choices, condition, constraints, group } = property;
  return [
    ...ofName(type, 'property type', PROPERTY_KINDS, [...path, 'type']),
    ...ofBinding(binding, [...path, 'binding']),
    ...(group === undefined ? [] : expect(group, 'text', [...path, 'group'])),
    ...(constraints === undefined ? [] : expect(constraints, 'object', [...path, 'constraints'])),
    ...ofCondition(condition, [...path, 'condition']),
    ...(type === 'Dropdown' ? ofChoices(choices, [...path, 'choices']) : []),
  ];
};

function ofName(name: unknown, what: string, known: object, path: DefinitionPath): Finding[] {
  if (typeof name !== 'string') return expect(name, 'text', path);
  const names = Object.keys(known);
  if (names.includes(name)) return [];
  return [errorAt(path, `no ${what} is called "${name}"${suggestion(name, names)}; there are: ${listed(names)}`)];
}

/** The first member of a binding is the one it cannot do without. */
const ofBinding: Check = (binding, path) => {
  if (!isJsonObject(binding)) return expect(binding, 'object', path);
  const { type } = binding;
  const unknown = ofName(type, 'binding', BINDING_KINDS, [...path, 'type']);
  if (unknown.length > 0) return unknown;
  const [first] = BINDING_KINDS[type as keyof typeof BINDING_KINDS].members;
  return first === 'type' ? [] : ofMember(binding, first, path);
};

const ofCondition: Check = (condition, path) => {
  if (condition === undefined) return [];
  if (!isJsonObject(condition)) return expect(condition, 'object', path);
  const { allMatch } = condition;
  const one: Check = (simple, at) => [
    ...ofMember(simple, 'property', at),
    ...(isJsonObject(simple) && simple['oneOf'] !== undefined ? expect(simple['oneOf'], 'list', [...at, 'oneOf']) : []),
  ];
  return allMatch === undefined ? one(condition, path) : ofList(allMatch, [...path, 'allMatch'], one);
};

const ofChoices: Check = (choices, path) =>
  ofList(choices, path, (choice, at) => [
    ...ofMember(choice, 'name', at),
    ...ofMember(choice, 'value', at),
    ...(isJsonObject(choice) ? ofCondition(choice['condition'], [...at, 'condition']) : []),
  ]);

function ofList(list: unknown, path: DefinitionPath, check: Check): Finding[] {
  return Array.isArray(list)
    ? list.flatMap((entry, index) => check(entry, [...path, index]))
    : expect(list, 'list', path);
}
