import { expressionOf } from '../feel/expression.ts';
import type { TaskField } from '../model/event-task.ts';
import { isFeel } from '../model/value.ts';
import { mayHoldSecret } from '../model/secrets.ts';

/** Expressions that nobody writes by accident where JSON is wanted. */
const MEANT = new Set([
  'Context',
  'PathExpression',
  'FunctionInvocation',
  'ForExpression',
  'IfExpression',
  'DateTimeLiteral',
  'FilterExpression',
]);

/** True for a static text that is surely meant as FEEL, in a field where such a text has no other meaning. */
export function meansFeel({ text }: TaskField): boolean {
  if (isFeel(text) || mayHoldSecret(text) || isJson(text)) return false;
  const root = expressionOf(text)?.root;
  return root !== undefined && (MEANT.has(root.name) || isSingleName(text));
}

/** The same for a list: a single word may be meant as its one member. */
export function meansFeelList(field: TaskField): boolean {
  return meansFeel(field) && !isSingleName(field.text);
}

/** True for a call such as `now()` in the field for the time: no time is written with brackets. */
export function meansTime({ text }: TaskField): boolean {
  if (isFeel(text)) return false;
  const root = expressionOf(text)?.root;
  return root?.name === 'FunctionInvocation' || root?.name === 'DateTimeLiteral';
}

function isSingleName(text: string): boolean {
  return /^[A-Za-z_]\w*$/.test(text.trim());
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
