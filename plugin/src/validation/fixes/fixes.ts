import type { Fix, LintIssue } from 'bpmnlint-plugin-eventbridge/core';
import type { HostEventBus, HostInjector } from '../../host/bpmn-js.ts';
import type { ValidationEvents } from '../events.ts';
import type { HostModeler, HostRegistry, Shape } from '../host.ts';
import type { EventBridgeValidation } from '../validation.ts';
import { applyFix, canApply } from './apply-fix.ts';
import type { FixTools, HostFactory, HostModeling, HostTemplates } from './tools.ts';

/** The command that every fix is: what it did is undone in one step. */
const COMMAND = 'eventBridgeFixes.apply';

/** More fixes of one rule in one task than a task has fields: one that does not help is not tried for ever. */
const MAX_FIXES = 100;

/** Counts the fixable issues of all rules; no rule is called so. */
const EVERY_RULE = '';

/** An issue with its fix. */
export type Fixable = LintIssue & { readonly fix: Fix };

interface CommandStack {
  registerHandler(command: string, handler: new () => object): void;
  execute(command: string, context: FixContext): void;
}

interface FixContext {
  readonly apply: () => void;
}

/** Fixes what validation found, each time as one step that can be undone. */
export class EventBridgeFixes {
  static readonly $inject = ['eventBridgeValidation', 'elementRegistry', 'bpmnjs', 'eventBus', 'injector'];

  readonly #validation: EventBridgeValidation;
  readonly #registry: HostRegistry;
  readonly #modeler: HostModeler;
  readonly #eventBus: HostEventBus;
  readonly #injector: HostInjector;
  /** Fixable issues by rule, until the next change. */
  #counts: ReadonlyMap<string, number> | undefined;

  constructor(
    validation: EventBridgeValidation,
    registry: HostRegistry,
    modeler: HostModeler,
    eventBus: HostEventBus,
    injector: HostInjector,
  ) {
    this.#validation = validation;
    this.#registry = registry;
    this.#modeler = modeler;
    this.#eventBus = eventBus;
    this.#injector = injector;
    // Before the views, which ask for the count.
    eventBus.on('eventBridgeValidation.changed', 5000, () => {
      this.#counts = undefined;
    });
    // A viewer has no commands.
    this.#commandStack()?.registerHandler(COMMAND, ApplyFixes);
  }

  /** Whether the issue has a fix that this modeler can make: no command reaches a task that is not drawn. */
  canFix(issue: LintIssue): issue is Fixable {
    const tools = this.#tools();
    const isDrawn = this.#registry.get(issue.taskId) !== undefined;
    return tools !== undefined && isDrawn && issue.fix !== undefined && canApply(tools, issue.fix);
  }

  /** How many issues can be fixed: of a rule, or all that are more than information. */
  countOf(rule?: string): number {
    this.#counts ??= this.#count();
    return this.#counts.get(rule ?? EVERY_RULE) ?? 0;
  }

  /** Fixes one issue as it stands now. False where it is no longer there, or cannot be fixed. */
  fix(issue: LintIssue): boolean {
    const element = this.#registry.get(issue.taskId) as Shape | undefined; // a task is a shape
    const live = element && this.#live(element, (other) => isSame(issue, other));
    const tools = this.#tools();
    if (!live || !tools) return false;
    this.#execute(() => applyFix(tools, element, live.fix));
    return true;
  }

  /** Makes edits that no issue asks for. False where this modeler cannot make one of them. */
  apply(element: Shape, fix: Fix): boolean {
    const tools = this.#tools();
    if (!tools || !canApply(tools, fix)) return false;
    this.#execute(() => void applyFix(tools, element, fix));
    return true;
  }

  /** Fixes every issue of a rule, or all that are more than information. Returns how many tasks it changed. */
  fixAll(rule?: string): number {
    const ofRule = (issue: LintIssue): boolean =>
      rule === undefined ? issue.severity !== 'info' : issue.rule === rule;
    const ids = new Set(
      this.#validation
        .issues()
        .filter(ofRule)
        .map(({ taskId }) => taskId),
    );
    const tasks = [...ids].flatMap((id) => (this.#registry.get(id) as Shape | undefined) ?? []); // a task is a shape
    const broken = tasks.filter((task) => this.#live(task, ofRule));
    if (broken.length > 0) this.#execute(() => broken.forEach((task) => this.#fixTask(task, ofRule)));
    return broken.length;
  }

  #count(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const issue of this.#validation.issues()) {
      if (!this.canFix(issue)) continue;
      counts.set(issue.rule, (counts.get(issue.rule) ?? 0) + 1);
      if (issue.severity !== 'info') counts.set(EVERY_RULE, (counts.get(EVERY_RULE) ?? 0) + 1);
    }
    return counts;
  }

  /** One fix may move what the next would change: each is looked up anew. */
  #fixTask(task: Shape, isMeant: (issue: LintIssue) => boolean): void {
    const tools = this.#tools();
    if (!tools) return;
    const made = new Set<string>();
    let element = task;
    while (made.size < MAX_FIXES) {
      const issue = this.#live(element, (other) => isMeant(other) && !made.has(keyOf(other)));
      if (!issue) return;
      made.add(keyOf(issue));
      element = applyFix(tools, element, issue.fix);
    }
  }

  #live(element: Shape, isMeant: (issue: LintIssue) => boolean): Fixable | undefined {
    return this.#validation.check(element).find((issue): issue is Fixable => isMeant(issue) && this.canFix(issue));
  }

  #execute(apply: () => void): void {
    this.#commandStack()?.execute(COMMAND, { apply });
    this.#eventBus.fire('eventBridgeFixes.applied' satisfies keyof ValidationEvents, {});
  }

  #commandStack(): CommandStack | null {
    return this.#injector.get('commandStack', false) as CommandStack | null; // untyped host
  }

  #tools(): FixTools | undefined {
    const modeling = this.#injector.get('modeling', false) as HostModeling | null; // untyped host
    const bpmnFactory = this.#injector.get('bpmnFactory', false) as HostFactory | null; // untyped host
    const templates = this.#injector.get('elementTemplates', false) as HostTemplates | null; // untyped host
    return modeling && bpmnFactory ? { modeling, bpmnFactory, templates, modeler: this.#modeler } : undefined;
  }
}

/** Commands that run inside of a command belong to it: all are undone at once. */
class ApplyFixes {
  preExecute({ apply }: FixContext): void {
    apply();
  }
}

function isSame(a: LintIssue, b: LintIssue): boolean {
  return a.rule === b.rule && a.field === b.field && a.elementId === b.elementId && a.message === b.message;
}

function keyOf({ fix, field, message }: LintIssue): string {
  return JSON.stringify([field, message, fix?.edits]);
}
