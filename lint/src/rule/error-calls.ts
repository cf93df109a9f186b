import type { Json } from '@eventbridge-kit/connector';
import { constantOf } from '../feel/constant.ts';
import type { Call, TextRange } from '../feel/expression.ts';
import { leavesOf } from '../feel/leaves.ts';
import type { EventTask } from '../model/event-task.ts';
import { BPMN_ERROR, ERROR_FUNCTIONS, type ErrorFunction } from './error-functions.ts';
import { headerExpression, type FeelText } from './feel-texts.ts';

/** A value that a call's argument may have for sure. */
export interface ArgumentValue extends TextRange {
  readonly value: Json;
}

/** The codes that a task's error expression throws as BPMN errors. */
export interface ThrownCodes {
  readonly codes: readonly (ArgumentValue & { readonly value: string })[];
  /** True where it may throw others too, or where nothing is known of it. */
  readonly open: boolean;
}

/** Calls of one of the functions in a task's error expression. */
export function errorCalls(task: EventTask, { name }: ErrorFunction): readonly Call[] {
  const expression = headerExpression(task, 'errorExpression')?.expression;
  return expression?.root ? expression.calls.filter((call) => call.name === name) : [];
}

/** The constants among the values that an argument may have; undefined where it may have others too. */
export function argumentValues(
  { expression }: FeelText,
  { args }: Call,
  index: number,
): { readonly values: readonly ArgumentValue[]; readonly complete: boolean } {
  const argument = args?.[index];
  if (!argument) return { values: [], complete: args !== undefined };
  const { text, offset } = expression;
  const leaves = leavesOf(argument);
  const values = leaves.flatMap((leaf) => {
    const constant = constantOf(leaf, text.slice(offset));
    return constant ? [{ value: constant.value, from: leaf.from + offset, to: leaf.to + offset }] : [];
  });
  return { values, complete: values.length === leaves.length };
}

export function thrownCodes(task: EventTask): ThrownCodes {
  const text = task.headers.findLast(({ name }) => name === 'errorExpression')?.text ?? '';
  if (text.replace(/^=/, '').trim() === '') return { codes: [], open: false };
  const header = headerExpression(task, 'errorExpression');
  if (!header?.expression.root) return { codes: [], open: true };
  const read = errorCalls(task, BPMN_ERROR).map((call) => argumentValues(header, call, 0));
  const codes = read.flatMap(({ values }) =>
    values.flatMap((value) => (typeof value.value === 'string' ? [{ ...value, value: value.value }] : [])),
  );
  const open = read.some(({ complete }) => !complete) || !leavesOf(header.expression.root).every(isCertain(header));
  return { codes, open };
}

/** True for what surely is no error, or one of the functions' own: any other value may be an error put together by hand. */
function isCertain({ expression }: FeelText) {
  return (leaf: { readonly name: string; readonly from: number; readonly to: number }): boolean => {
    if (leaf.name === 'null') return true;
    const text = expression.text.slice(leaf.from + expression.offset, leaf.to + expression.offset);
    if (leaf.name === 'Context') return /^\{\s*\}$/.test(text);
    return (
      leaf.name === 'FunctionInvocation' &&
      expression.calls.some(
        ({ name, from }) =>
          from === leaf.from + expression.offset &&
          ERROR_FUNCTIONS.some((errorFunction) => errorFunction.name === name),
      )
    );
  };
}
