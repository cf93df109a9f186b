/** The rules, as validation calls them. Loaded with the first diagram: a modeler starts without them. */
import {
  checkTask,
  configure,
  documentationUrl,
  engineOf,
  engineText,
  fieldsOf,
  readDiagram,
  readTask,
  type Diagram,
  type EventTask,
  type LintIssue,
  type RuleScope,
} from 'bpmnlint-plugin-eventbridge/core';
import type { ModdleElement } from '../host/moddle.ts';
import type { ValidationConfig } from './config.ts';
import { excerptAround } from './excerpt.ts';
import { everyTask } from './whole.ts';

/** A rule looks at a task alone first. */
const ALONE: Diagram = { tasks: [], scopes: [], catchersOf: () => [], scopeOf: () => undefined };

export class Checker {
  readonly #rules: (scope: RuleScope) => ReturnType<typeof configure>;
  readonly urlOf: (ruleId: string) => string;

  constructor({ preset, rules = {}, documentationUrl: urlOf = documentationUrl }: ValidationConfig = {}) {
    const active = configure(preset, rules);
    const byScope = new Map<RuleScope, typeof active>();
    this.#rules = (scope) => {
      const known = byScope.get(scope) ?? active.filter(({ rule }) => rule.scope === scope);
      byScope.set(scope, known);
      return known;
    };
    this.urlOf = urlOf;
  }

  read(businessObject: ModdleElement, definitions: ModdleElement | undefined): EventTask | undefined {
    return readTask(businessObject, engineOf(definitions));
  }

  /** What the task's own rules depend on, as text: while it stays, so do their findings. */
  printOf(task: EventTask): string {
    const { id, name, elementType, engine, jobType, retries, template } = task;
    const fields = fieldsOf(task).map((field) => [field.place, field.name, field.text]);
    // A path counts extension elements of all kinds: it may move while no text does.
    const paths = [...fieldsOf(task), jobType, retries].map((text) => text?.path.slice(0, 3));
    return JSON.stringify([
      id,
      name,
      elementType,
      engine && engineText(engine),
      jobType?.text,
      retries?.text,
      template,
      fields,
      paths,
    ]);
  }

  /** What the rules about the whole diagram depend on in one task. */
  outputPrintOf(task: EventTask): string {
    return JSON.stringify([
      task.id,
      task.name,
      task.headers.map(({ name, text }) => [name, text]),
      task.inputs.map(({ name }) => name),
      task.outputs.map(({ name }) => name),
    ]);
  }

  /** What can be said of the task by itself. */
  checkAlone(task: EventTask): LintIssue[] {
    return checkTask(task, ALONE, this.#rules('task'));
  }

  /** What can be said of tasks and the events around them, by the tasks' business objects. */
  checkAround(
    businessObjects: readonly ModdleElement[],
    definitions: ModdleElement | undefined,
  ): ReadonlyMap<object, readonly LintIssue[]> {
    const rules = this.#rules('surroundings');
    const diagram = readDiagram(excerptAround(businessObjects, definitions));
    const wanted = new Set<object>(businessObjects);
    const tasks = diagram.tasks.filter(({ node }) => wanted.has(node));
    return new Map(tasks.map((task) => [task.node, checkTask(task, diagram, rules)]));
  }

  /** The part of a task that concerns other tasks. What a rule learns of it stays in memory: the inputs' texts do not. */
  outline(task: EventTask): EventTask {
    return { ...task, inputs: task.inputs.map((input) => ({ ...input, text: '' })) };
  }

  /** A look at all tasks together, in steps; the last gives what was found. */
  checkTogether(tasks: readonly EventTask[]): Generator<undefined, ReadonlyMap<object, readonly LintIssue[]>> {
    return everyTask(tasks, this.#rules('diagram'));
  }
}
