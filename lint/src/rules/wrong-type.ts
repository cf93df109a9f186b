import { type FeelType, type FeelTypes, quoteFeel } from 'camunda-feel';
import { OFFICIAL_TEMPLATE } from '@eventbridge-kit/templates/official';
import { typesText } from '../feel/words.ts';
import { type Json, message, parseJson } from '@eventbridge-kit/issue';
import type { Fix } from '../fix/fix.ts';
import type { EventTask, TaskField } from '../model/event-task.ts';
import { isFeel, valueOf } from '../model/value.ts';
import { setField } from '../rule/fields.ts';
import { meansFeelList } from '../rule/missing-equals.ts';
import { defineRule, type RuleFinding } from '../rule/rule.ts';

const RESOURCES = 'input.resources';

/** Fields that are no text: the first has a rule of its own, the last is a whole object. */
const NOT_TEXT = new Set(['input.detail', RESOURCES, OFFICIAL_TEMPLATE.credential.input]);

/** Fields for which a number or a truth value makes sense as text; the others have a form that it never has. */
const ANY_TEXT = new Set(['input.eventBusName', 'input.source', 'input.detailType', 'authentication.externalId']);

/** Types that no worker takes for text, and those that only a lenient one does. */
const NEVER_TEXT: readonly FeelType[] = ['list', 'context', 'range', 'function'];
const LENIENT_TEXT: readonly FeelType[] = ['number', 'boolean'];

export const rule = defineRule({
  id: 'wrong-type',
  title: 'Value of a wrong type',
  severity: 'error',
  scope: 'task',
  check(task): readonly RuleFinding[] {
    const texts = task.family.inputs.filter((name) => !NOT_TEXT.has(name));
    return [...texts.flatMap((name) => checkText(task, name)), ...checkResources(task)];
  },
});

function checkText(task: EventTask, name: string): RuleFinding[] {
  const value = valueOf(task, name);
  if (value.kind === 'absent' || !value.field) return [];
  const types = value.kind === 'known' ? new Set([typeOfJson(value.value)]) : value.types;
  const wrong = task.family.strictText ? [...NEVER_TEXT, ...LENIENT_TEXT] : NEVER_TEXT;
  if (!isOnly(types, wrong)) return [];
  const found = `an expression that gives ${typesText(types)}`;
  const instead = ANY_TEXT.has(name) ? 'Write text, or wrap the expression in string(...).' : 'Write text.';
  return [
    {
      message: message({ wrong: 'The value must be text', found, instead }),
      at: value.field,
      ...(ANY_TEXT.has(name) && isOnly(types, LENIENT_TEXT) && { fix: asText(value.field) }),
    },
  ];
}

function asText(field: TaskField): Fix {
  return setField('Wrap it in string(...)', field, `=string(${field.text.slice(1).trim()})`);
}

function checkResources(task: EventTask): RuleFinding[] {
  const value = valueOf(task, RESOURCES);
  if (value.kind === 'absent' || !value.field) return [];
  const { field } = value;
  if (value.kind === 'unknown') {
    return isOnly(value.types, ['number', 'boolean', 'context', 'temporal', 'range', 'function'])
      ? [notAList(field, `an expression that gives ${typesText(value.types)}`)]
      : [];
  }
  if (value.value === null || value.value === '' || meansFeelList(field)) return [];
  const list = typeof value.value === 'string' ? parseJson(value.value) : value.value;
  if (!Array.isArray(list)) {
    // What begins like JSON is no single resource.
    const text = typeof value.value === 'string' ? value.value.trim() : undefined;
    const single = text !== undefined && /^[[{"]/.test(text) ? undefined : text;
    return [notAList(field, typesText(new Set([typeOfJson(list ?? value.value)])), single)];
  }
  const index = list.findIndex((item) => typeof item !== 'string');
  return index < 0
    ? []
    : [notAList(field, `${typesText(new Set([typeOfJson(list[index] ?? null)]))} as item ${index + 1}`)];
}

function notAList(at: TaskField, found: string, single?: string): RuleFinding {
  return {
    message: message({
      wrong: 'The resources must be a list of strings',
      found,
      instead: 'Write for example =["arn:aws:s3:::orders"].',
    }),
    at,
    ...(single !== undefined && !isFeel(at.text) && { fix: setField('Make it a list', at, `=[${quoteFeel(single)}]`) }),
  };
}

/** True where the value is of these types whatever the variables are; null is another rule's matter. */
function isOnly(types: FeelTypes | undefined, wrong: readonly FeelType[]): types is FeelTypes {
  if (types === undefined) return false;
  const others = [...types].filter((type) => type !== 'null');
  return others.length > 0 && others.every((type) => wrong.includes(type));
}

function typeOfJson(value: Json): FeelType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  return typeof value === 'object' ? 'context' : (typeof value as 'string' | 'number' | 'boolean'); // all that JSON has
}
