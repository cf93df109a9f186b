import { type FeelCall, type TextRange, constantOf, leavesOf, type Node } from 'camunda-feel';
import type { Json } from '@eventbridge-kit/issue';
import type { EventTask } from '../model/event-task.ts';
import { BPMN_ERROR, ERROR_FUNCTIONS, type ErrorFunction } from './error-functions.ts';
import { headerExpression, type FeelText } from './feel-texts.ts';

/** A value that a call's argument may have for sure. */
interface ArgumentValue extends TextRange {
  readonly value: Json;
}

/** The codes that a task's error expression throws as BPMN errors. */
interface ThrownCodes {
  readonly codes: readonly (ArgumentValue & { readonly value: string })[];
  /** True where it may throw others too, or where nothing is known of it. */
  readonly open: boolean;
}

/** Calls of one of the functions in a task's error expression. */
export function errorCalls(task: EventTask, { name }: ErrorFunction): readonly FeelCall[] {
  const expression = headerExpression(task, 'errorExpression')?.expression;
  return expression?.root ? expression.calls.filter((call) => call.name === name) : [];
}

/** The constants among the values that an argument may have; undefined where it may have others too. */
export function argumentValues(
  { expression }: FeelText,
  { args }: FeelCall,
  index: number,
): { readonly values: readonly ArgumentValue[]; readonly complete: boolean } {
  const argument = args?.[index];
  if (!argument) return { values: [], complete: args !== undefined };
  const { offset } = expression;
  const leaves = leavesOf(argument);
  const values = leaves.flatMap((leaf) => {
    const constant = constantOf(leaf);
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
  const open = read.some(({ complete }) => !complete) || !leavesOf(header.expression.root).every(isCertain);
  return { codes, open };
}

/** True for what surely is no error, or one of the functions' own: any other value may be an error put together by hand. */
function isCertain(leaf: Node): boolean {
  if (leaf.kind === 'context') return leaf.entries.length === 0;
  if (leaf.kind === 'call') return ERROR_FUNCTIONS.some(({ name }) => name === leaf.name);
  return leaf.kind === 'null';
}
