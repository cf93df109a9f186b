import { type Expression, expressionOf } from '../feel/expression.ts';
import { headerOf, type EventTask, type TaskField, type TaskText } from '../model/event-task.ts';
import { isFeel } from '../model/value.ts';
import { EXPRESSION_FUNCTIONS, type ConnectorFunction } from './error-functions.ts';

/** A text of a task that is evaluated as FEEL. */
export interface FeelText {
  readonly at: TaskField | TaskText;
  /** Name of the field, as a finding states it. */
  readonly field: string;
  readonly text: string;
  readonly expression: Expression;
  /** True where the engine evaluates it; false where the connector does, whose functions are its own version's. */
  readonly byEngine: boolean;
  /** Functions that this place has besides the engine's own. */
  readonly functions: readonly ConnectorFunction[];
}

/** Headers that are FEEL with or without a leading `=`: the connector runtime evaluates them, not the engine. */
// https://docs.camunda.io/docs/components/connectors/use-connectors/#bpmn-errors-and-failing-jobs
const EXPRESSION_HEADERS: Readonly<Record<string, readonly ConnectorFunction[]>> = {
  resultExpression: [],
  errorExpression: EXPRESSION_FUNCTIONS,
};

const texts = new WeakMap<EventTask, readonly FeelText[]>();

/** Every expression of a task that is neither blank nor too large to read. */
export function feelTextsOf(task: EventTask): readonly FeelText[] {
  const found = texts.get(task) ?? read(task);
  texts.set(task, found);
  return found;
}

/** The expression in a header; undefined where there is none. */
export function headerExpression(task: EventTask, key: string): FeelText | undefined {
  const header = headerOf(task, key);
  return header && feelTextsOf(task).find(({ at }) => at === header);
}

function read(task: EventTask): readonly FeelText[] {
  const found: FeelText[] = [];
  const add = (at: TaskField | TaskText, field: string, functions: readonly ConnectorFunction[]): void => {
    if (at.text.replace(/^=/, '').trim() === '') return;
    const expression = expressionOf(at.text);
    const byEngine = !('place' in at) || at.place !== 'header';
    if (expression) found.push({ at, field, text: at.text, expression, byEngine, functions });
  };
  for (const input of task.inputs) if (isFeel(input.text)) add(input, input.name, []);
  for (const [key, functions] of Object.entries(EXPRESSION_HEADERS)) {
    const header = headerOf(task, key);
    if (header) add(header, key, functions);
  }
  for (const output of task.outputs) if (isFeel(output.text)) add(output, output.name, []);
  if (task.retries && isFeel(task.retries.text)) add(task.retries, 'retries', []);
  if (task.jobType && isFeel(task.jobType.text)) add(task.jobType, 'type', []);
  return found;
}
