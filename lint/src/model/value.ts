import { type Json, parseJson } from '@eventbridge-kit/issue';
import { constantOf, typesOf, type FeelTypes } from 'camunda-feel';
import { expressionOf } from '../feel/expression.ts';
import { inputOf, type EventTask, type TaskField, type TaskText } from './event-task.ts';
import { mayHoldSecret } from './secrets.ts';
import { escapesIn } from './static-text.ts';

/** What can be said of a job's variable from the diagram alone. */
export type FieldValue = AbsentValue | KnownValue | UnknownValue;

/** The job surely lacks it. */
interface AbsentValue {
  readonly kind: 'absent';
}

/** It surely has this value, whatever the process's variables are. */
interface KnownValue {
  readonly kind: 'known';
  readonly value: Json;
  readonly field: TaskField;
}

/** It depends on variables, on a secret, or on a mapping that cannot be read. */
interface UnknownValue {
  readonly kind: 'unknown';
  readonly field?: TaskField;
  /** The types it can have, where the expression tells. */
  readonly types?: FeelTypes;
}

/** `input.detail.orderId` is a part of `input.detail`. */
function isPartOf(whole: string, part: string): boolean {
  return part.charAt(whole.length) === '.' && part.startsWith(whole);
}

const ABSENT: AbsentValue = { kind: 'absent' };
const UNKNOWN: UnknownValue = { kind: 'unknown' };

const values = new WeakMap<EventTask, Map<string, FieldValue>>();

/** The value of an input, for example of `input.source`. */
export function valueOf(task: EventTask, target: string): FieldValue {
  const known = values.get(task) ?? new Map<string, FieldValue>();
  values.set(task, known);
  const value = known.get(target) ?? look(task, target);
  known.set(target, value);
  return value;
}

function look(task: EventTask, target: string): FieldValue {
  const field = inputOf(task, target);
  // A mapping to a part, or to the whole that holds it, changes it in a way that is not looked into.
  if (task.inputs.some(({ name }) => isPartOf(target, name) || isPartOf(name, target))) {
    return field === undefined ? UNKNOWN : { kind: 'unknown', field };
  }
  if (field !== undefined) return valueOfField(field);
  const [root] = target.split('.');
  // Without a template and without a mapping beside it, the variable may come from the process.
  const isMapped = task.template !== undefined || task.inputs.some(({ name }) => name.split('.')[0] === root);
  return isMapped ? ABSENT : UNKNOWN;
}

/** What the text of a field becomes in the job. */
export function valueOfField(field: TaskField): FieldValue {
  const { value, types } = contentOf(field);
  if (value !== undefined) return { kind: 'known', value, field };
  return { kind: 'unknown', field, ...(types && { types }) };
}

interface Content {
  readonly value?: Json;
  readonly types?: FeelTypes;
}

/** The constant, or at least the types, of a text as a mapping gives it. */
function contentOf({ text }: TaskText): Content {
  const mayChange = mayHoldSecret(text);
  // What the engine makes of a text with escapes has a rule of its own; it is not looked at further.
  if (!isFeel(text)) return mayChange || escapesIn(text).length > 0 ? {} : { value: text };
  const source = text.slice(1);
  if (source.trim() === '') return { value: null };
  const json = mayChange ? undefined : jsonValue(source);
  if (json !== undefined) return { value: json };
  const root = expressionOf(text)?.root;
  if (root === undefined) return {};
  const constant = mayChange ? undefined : constantOf(root);
  if (constant !== undefined) return { value: constant.value };
  const types = typesOf(root);
  return types ? { types } : {};
}

export function isFeel(text: string): boolean {
  return text.startsWith('=');
}

/** A context or list that is written as JSON has its value without the parser, however deep it is. */
function jsonValue(source: string): Json | undefined {
  // A context with a name as key, as FEEL is mostly written, is no JSON at a glance.
  // Escapes and exponents mean something else in FEEL, or nothing.
  if (!/^\s*(?:\{\s*["}]|\[)/.test(source) || /\\|\d[eE]/.test(source)) return undefined;
  return parseJson(source);
}

/** True for what a user sees as empty: no mapping, no text, white space, `=`, `=""`, `=null`. */
export function isBlank(value: FieldValue): boolean {
  if (value.kind === 'absent') return true;
  if (value.kind === 'unknown') return false;
  return value.value === null || (typeof value.value === 'string' && value.value.trim() === '');
}

/** True for what a worker takes for not set: no mapping, no text, null. White space alone is a text. */
export function isEmpty(value: FieldValue): boolean {
  return value.kind === 'absent' || (value.kind === 'known' && (value.value === null || value.value === ''));
}

/** The value where it is text for sure; undefined where it is not, or not known. */
export function knownText(value: FieldValue): string | undefined {
  return value.kind === 'known' && typeof value.value === 'string' ? value.value : undefined;
}
