import { isEventTask } from 'bpmnlint-plugin-eventbridge/task';
import type { HasTime, IssueCount, LintIssue, LintSession } from 'bpmnlint-plugin-eventbridge/core';
import type { DiagramElement, HostEvent, HostEventBus } from '../host/bpmn-js.ts';
import type { ModdleElement } from '../host/moddle.ts';
import type { ValidationConfig } from './config.ts';
import type { ValidationEvents } from './events.ts';
import type { HostModeler, HostRegistry } from './host.ts';
import { RulesLoader, type LoadRules } from './rules-loader.ts';
import type { Scheduler } from './scheduler.ts';
import { undrawnTasks } from './undrawn.ts';
import { UntouchedFields } from './untouched-fields.ts';

/** Lower than the host's own listeners: they see a change first. */
const LOW_PRIORITY = 500;

const NO_ISSUES: readonly LintIssue[] = [];

/**
 * What is wrong with the diagram's EventBridge tasks, kept up to date while the user edits: a session of the rules, told
 * of the host's edits. An edit makes it look at the task that changed, at once; at everything else when the browser is
 * idle.
 */
export class EventBridgeValidation {
  static readonly $inject = [
    'config.eventBridgeValidation',
    'eventBus',
    'elementRegistry',
    'bpmnjs',
    'eventBridgeScheduler',
    'eventBridgeRules',
  ];

  readonly #eventBus: HostEventBus;
  readonly #registry: HostRegistry;
  readonly #modeler: HostModeler;
  readonly #scheduler: Scheduler;
  readonly #rules: RulesLoader;
  readonly #untouched = new UntouchedFields();
  /** There once the rules are; whatever happened before, it starts with the diagram as it is then. */
  #session: LintSession | undefined;
  /** True where there is a diagram for it. */
  #isWanted = false;
  #undrawn: ReadonlyMap<string, ModdleElement> = new Map();
  #cancel: (() => void) | undefined;

  constructor(
    config: ValidationConfig | undefined,
    eventBus: HostEventBus,
    registry: HostRegistry,
    modeler: HostModeler,
    scheduler: Scheduler,
    loadRules: LoadRules,
  ) {
    this.#eventBus = eventBus;
    this.#registry = registry;
    this.#modeler = modeler;
    this.#scheduler = scheduler;
    this.#rules = new RulesLoader(
      () => loadRules(config),
      (error) => this.#fire('eventBridgeValidation.failed', { error }),
    );
    this.#listen();
  }

  /**
   * Issues about an element, the worst first: a task's own, and those of a task about an event beside it. Without those of
   * {@link awaitedOf}.
   */
  issuesOf({ id }: DiagramElement): readonly LintIssue[] {
    return this.#told(this.#session?.issuesOf(id));
  }

  /** Every issue of the diagram, task by task, each in the order of its fields; without those of {@link awaitedOf}. */
  issues(): readonly LintIssue[] {
    return this.#told(this.#session?.issues());
  }

  /** The same with those of {@link awaitedOf}, for a list that tells of everything at once. */
  allIssues(): readonly LintIssue[] {
    return this.#session?.issues() ?? NO_ISSUES;
  }

  /**
   * The fields of a new task that must not stay empty and where nobody has been yet. They turn into issues when somebody
   * leaves such a field empty, and with {@link reveal}.
   */
  awaitedOf({ id }: DiagramElement): readonly LintIssue[] {
    return this.#session?.issuesOf(id).filter((issue) => this.#untouched.has(issue)) ?? NO_ISSUES;
  }

  count(): IssueCount {
    const count = { error: 0, warning: 0, info: 0, ...this.#session?.count() };
    for (const taskId of this.#untouched.taskIds) {
      for (const issue of this.#session?.issuesOf(taskId) ?? NO_ISSUES) {
        if (this.#untouched.has(issue)) count[issue.severity] -= 1;
      }
    }
    return count;
  }

  /** Somebody was at a field and left it: from now on it is told where it is empty. */
  leave({ id }: DiagramElement, field: string): void {
    this.#reveal([id], () => this.#untouched.leave(id, field));
  }

  /** Tells of every empty field from now on, of one task or of all: who saves, sends or asks for the problems wants to know. */
  reveal(element?: DiagramElement): void {
    const tasks = element ? [element.id] : this.#untouched.taskIds;
    this.#reveal(tasks, () => this.#untouched.reveal(element?.id));
  }

  /** True while there is something left to look at. */
  get isPending(): boolean {
    return this.#session?.isPending ?? this.#isWanted;
  }

  /** Why the rules could not be loaded: nothing is checked then. Absent where they are there, or still to come. */
  get failure(): RulesLoader['failure'] {
    return this.#rules.failure;
  }

  /** Tries again to load the rules, where that failed; the next edit does so too. */
  retry(): void {
    this.#later();
  }

  /** Address of the page about a rule; nothing before the rules are loaded. */
  documentationUrl(ruleId: string): string | undefined {
    return this.#rules.loaded?.documentationUrl(ruleId);
  }

  /** Looks at a task now, as it stands, without the rules that compare tasks; keeps nothing. */
  check(element: DiagramElement): readonly LintIssue[] {
    return this.#session?.check(element.id) ?? NO_ISSUES;
  }

  #listen(): void {
    this.#eventBus.on('import.done', LOW_PRIORITY, () => {
      this.#touchEverything();
      this.#untouched.reset(this.#eventTasks());
    });
    this.#eventBus.on('elements.changed', LOW_PRIORITY, ({ elements = [] }) => {
      const there = elements.filter((element) => !isLabel(element) && this.#registry.get(element.id) === element);
      this.#noteTasks(there);
      // What the user edits is shown at once; a paste of hundreds makes way for the frame.
      this.#touch(there, this.#scheduler.slice());
    });
    this.#eventBus.on(['shape.added', 'connection.added'], LOW_PRIORITY, ({ element }) => {
      if (element && !isLabel(element)) this.#touch([element]);
    });
    this.#eventBus.on(['shape.removed', 'connection.removed'], LOW_PRIORITY, (event) => this.#onRemoved(event));
    // The element has its old id still: with the new one it comes again as changed.
    this.#eventBus.on('element.updateId', LOW_PRIORITY, (event) => {
      if (event.element && event.newId !== undefined) this.#untouched.rename(event.element.id, event.newId);
      this.#onRemoved(event);
    });
    this.#eventBus.on('eventBridgeTestSend.finished', LOW_PRIORITY, ({ element }) => this.reveal(element));
    this.#eventBus.on(['diagram.clear', 'diagram.destroy'], LOW_PRIORITY, () => this.#clear());
  }

  #touchEverything(): void {
    const drawn: DiagramElement[] = [];
    this.#registry.forEach((element) => {
      if (!isLabel(element)) drawn.push(element);
    });
    this.#undrawn = undrawnTasks(drawn, this.#modeler.getDefinitions());
    this.#session?.touch([...drawn.map(({ id }) => id), ...this.#undrawn.keys()]);
    this.#isWanted = true;
    this.#later();
  }

  #touch(elements: readonly DiagramElement[], hasTime?: HasTime): void {
    this.#isWanted = true;
    const ids = elements.map(({ id }) => id);
    if (this.#session) this.#fireChanged(this.#session.touch(ids, hasTime));
    this.#later();
  }

  #onRemoved({ element }: HostEvent): void {
    if (!element || isLabel(element)) return;
    const changed = this.#session?.remove([element.id]) ?? new Set();
    if (changed.size > 0) this.#fireChanged(changed, [element]);
    this.#later();
  }

  #clear(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#isWanted = false;
    const changed = new Set(this.#session?.issues().flatMap(({ taskId, elementId }) => [taskId, elementId]));
    this.#session?.clear();
    this.#untouched.reset();
    this.#fireChanged(changed);
  }

  #told(issues: readonly LintIssue[] = NO_ISSUES): readonly LintIssue[] {
    return this.#untouched.taskIds.length === 0 ? issues : issues.filter((issue) => !this.#untouched.has(issue));
  }

  #reveal(taskIds: readonly string[], reveal: () => void): void {
    const told = (): number => Object.values(this.count()).reduce((sum, count) => sum + count, 0);
    const before = told();
    reveal();
    if (told() !== before) this.#fireChanged(new Set(taskIds));
  }

  #noteTasks(elements: readonly DiagramElement[]): void {
    for (const { id, businessObject } of elements) if (isEventTask(businessObject)) this.#untouched.note(id);
  }

  #eventTasks(): readonly string[] {
    const ids: string[] = [];
    this.#registry.forEach(({ id, businessObject }) => {
      if (isEventTask(businessObject)) ids.push(id);
    });
    return ids;
  }

  /** Goes on when the browser is idle, with the rules at hand. */
  #later(): void {
    if (this.#cancel || !this.isPending) return;
    const session = this.#session;
    if (session) {
      this.#cancel = this.#scheduler.whenIdle((hasTime) => this.#step(session, hasTime));
      return;
    }
    let isOff = false;
    this.#cancel = () => {
      isOff = true;
    };
    void this.#rules.load().then((rules) => {
      if (isOff) return;
      this.#cancel = undefined;
      // Without them the session stays wanted, for the next need to try again.
      if (!rules) return;
      this.#session = rules.openSession({
        definitions: () => this.#modeler.getDefinitions(),
        element: (id) => this.#registry.get(id)?.businessObject ?? this.#undrawn.get(id),
      });
      this.#touchEverything();
    });
  }

  #step(session: LintSession, hasTime: HasTime): void {
    this.#cancel = undefined;
    this.#fireChanged(session.step(hasTime));
    if (session.isPending) this.#later();
    else this.#fire('eventBridgeValidation.settled', {});
  }

  /** @param gone elements that the registry no longer has, or has under another id */
  #fireChanged(ids: ReadonlySet<string>, gone: readonly DiagramElement[] = []): void {
    if (ids.size === 0) return;
    const drawn = [...ids].flatMap((id) => this.#registry.get(id) ?? []);
    this.#fire('eventBridgeValidation.changed', { elements: [...new Set([...gone, ...drawn])] });
  }

  #fire<Name extends keyof ValidationEvents>(event: Name, data: ValidationEvents[Name]): void {
    this.#eventBus.fire(event, data);
  }
}

/** A label has the business object of the element that it names. */
function isLabel({ labelTarget }: DiagramElement): boolean {
  return labelTarget !== undefined;
}
