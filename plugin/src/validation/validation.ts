import type { LintIssue } from 'bpmnlint-plugin-eventbridge/core';
import type { DiagramElement, HostEvent, HostEventBus } from '../host/bpmn-js.ts';
import type { ModdleElement } from '../host/moddle.ts';
import type { Checker } from './checker.ts';
import type { ValidationConfig } from './config.ts';
import { Due } from './due.ts';
import type { ValidationEvents } from './events.ts';
import { Found, type IssueCount } from './found.ts';
import type { HostModeler, HostRegistry } from './host.ts';
import { RulesLoader, type LoadRules } from './rules-loader.ts';
import type { HasTime, Scheduler } from './scheduler.ts';
import { everyElement, isUndrawn } from './undrawn.ts';

/** Lower than the host's own listeners: they see a change first. */
const LOW_PRIORITY = 500;

/** Tasks whose surroundings are looked at together, between two looks at the clock. */
const BATCH = 50;

/**
 * What is wrong with the diagram's EventBridge tasks, kept up to date while the user edits. An edit makes it look at the
 * task that changed, at once; at everything else when the browser is idle.
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
  readonly #found = new Found();
  readonly #due = new Due();
  #together: ReturnType<Checker['checkTogether']> | undefined;
  #engine: string | undefined;
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

  /** Issues about an element, the worst first: a task's own, and those of a task about an event beside it. */
  issuesOf(element: DiagramElement): readonly LintIssue[] {
    return this.#found.of(element);
  }

  /** Every issue of the diagram, task by task. */
  issues(): readonly LintIssue[] {
    return [...this.#found.tasks].flatMap((element) => this.#found.inTask(element));
  }

  count(): IssueCount {
    return this.#found.count;
  }

  /** True while there is something left to look at. */
  get isPending(): boolean {
    return !this.#due.isEmpty;
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
    return this.#rules.checker?.urlOf(ruleId);
  }

  /** Looks at a task now, as it stands, without the rules that compare tasks; keeps nothing. */
  check(element: DiagramElement): readonly LintIssue[] {
    const { businessObject } = element;
    const definitions = this.#modeler.getDefinitions();
    const { checker } = this.#rules;
    const task = checker?.read(businessObject, definitions);
    if (!checker || !task) return [];
    const around = checker.checkAround([businessObject], definitions);
    return [...checker.checkAlone(task), ...(around.get(businessObject) ?? [])];
  }

  #listen(): void {
    this.#eventBus.on('import.done', LOW_PRIORITY, () => this.#checkEverything());
    this.#eventBus.on('elements.changed', LOW_PRIORITY, ({ elements = [] }) => this.#onChanged(elements));
    this.#eventBus.on(['shape.added', 'connection.added'], LOW_PRIORITY, (event) => this.#onAdded(event));
    this.#eventBus.on(['shape.removed', 'connection.removed'], LOW_PRIORITY, (event) => this.#onRemoved(event));
    this.#eventBus.on(['diagram.clear', 'diagram.destroy'], LOW_PRIORITY, () => this.#clear());
  }

  #checkEverything(): void {
    this.#engine = this.#engineText();
    for (const element of everyElement(this.#registry, this.#modeler.getDefinitions())) this.#due.alone.add(element);
    this.#later();
  }

  #onChanged(elements: readonly DiagramElement[]): void {
    if (this.#engineText() !== this.#engine) this.#checkEverything();
    for (const element of elements) {
      if (element.labelTarget !== undefined || this.#registry.get(element.id) !== element) continue;
      this.#noteKind(element);
      this.#due.alone.add(element);
    }
    // What the user edits is shown at once; a paste of hundreds makes way for the frame.
    const { checker } = this.#rules;
    if (checker) this.#lookAlone(checker, this.#scheduler.slice(), elements);
    this.#later();
  }

  #onAdded({ element }: HostEvent): void {
    if (!element || element.labelTarget !== undefined || this.#due.alone.has(element)) return;
    this.#noteKind(element);
    this.#due.alone.add(element);
    this.#later();
  }

  #onRemoved({ element }: HostEvent): void {
    if (!element) return;
    this.#due.delete(element);
    this.#noteKind(element);
    const neighbours = this.#found.delete(element);
    if (neighbours) {
      this.#compareTasks();
      this.#fireChanged(this.#with(element, neighbours));
    }
    this.#later();
  }

  #noteKind(element: DiagramElement): void {
    this.#due.noteKind(element);
    if (this.#due.together) this.#together = undefined;
  }

  #compareTasks(): void {
    this.#together = undefined;
    this.#due.together = true;
  }

  #clear(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#due.clear();
    this.#together = undefined;
    const elements = [...this.#found.tasks];
    this.#found.clear();
    if (elements.length > 0) this.#fireChanged(elements);
  }

  /** Goes on when the browser is idle, with the rules at hand. */
  #later(): void {
    if (this.#cancel || !this.isPending) return;
    if (this.#rules.checker) {
      this.#cancel = this.#scheduler.whenIdle((hasTime) => this.#goOn(hasTime));
      return;
    }
    let isOff = false;
    this.#cancel = () => {
      isOff = true;
    };
    void this.#rules.load().then((checker) => {
      if (isOff) return;
      this.#cancel = undefined;
      // Without them everything stays due, for the next need to try again.
      if (checker) this.#later();
    });
  }

  #goOn(hasTime: HasTime): void {
    const { checker } = this.#rules;
    this.#cancel = undefined;
    if (!checker) return;
    this.#lookAlone(checker, hasTime, this.#due.alone);
    if (this.#due.alone.size === 0) this.#lookAround(checker, hasTime);
    if (this.#due.alone.size === 0 && this.#due.around.size === 0) this.#lookTogether(checker, hasTime);
    if (this.isPending) this.#later();
    else this.#fire('eventBridgeValidation.settled', {});
  }

  #lookAlone(checker: Checker, hasTime: HasTime, elements: Iterable<DiagramElement>): void {
    const definitions = this.#modeler.getDefinitions();
    const changed: DiagramElement[] = [];
    for (const element of elements) {
      if (!this.#due.alone.delete(element)) continue;
      changed.push(...this.#lookAt(checker, element, definitions));
      if (!hasTime()) break;
    }
    this.#fireChanged(changed);
  }

  #lookAt(checker: Checker, element: DiagramElement, definitions: ModdleElement | undefined): DiagramElement[] {
    const { businessObject } = element;
    const task = checker.read(businessObject, definitions);
    if (!task) {
      const neighbours = this.#found.delete(element);
      if (neighbours) this.#compareTasks();
      return this.#with(element, neighbours);
    }
    const known = this.#found.known(element);
    const print = checker.printOf(task);
    if (known?.print === print) return [];
    const outputPrint = checker.outputPrintOf(task);
    if (known?.outputPrint !== outputPrint) this.#compareTasks();
    const outline = known?.outputPrint === outputPrint ? known.outline : checker.outline(task);
    const issues = known?.issues ?? { task: [], surroundings: [], diagram: [] };
    this.#found.set(element, { businessObject, print, outputPrint, outline, issues });
    this.#due.around.add(element);
    return this.#with(element, this.#found.put(element, 'task', checker.checkAlone(task)));
  }

  #lookAround(checker: Checker, hasTime: HasTime): void {
    const definitions = this.#modeler.getDefinitions();
    const changed: DiagramElement[] = [];
    if (this.#due.everyAround) for (const task of this.#found.tasks) this.#due.around.add(task);
    this.#due.everyAround = false;
    // At least one step each time: however little time there is, it comes to an end.
    while (this.#due.around.size > 0) {
      const batch = this.#due.takeAround(BATCH);
      const found = checker.checkAround(
        batch.map(({ businessObject }) => businessObject),
        definitions,
      );
      for (const element of batch) {
        const issues = found.get(element.businessObject) ?? [];
        changed.push(...this.#with(element, this.#found.put(element, 'surroundings', issues)));
      }
      if (!hasTime()) break;
    }
    this.#fireChanged(changed);
  }

  #lookTogether(checker: Checker, hasTime: HasTime): void {
    if (!this.#due.together) return;
    const known = this.#found.knownTasks();
    this.#together ??= checker.checkTogether(known.map(([, { outline }]) => outline));
    for (;;) {
      const step = this.#together.next();
      if (step.done !== true) {
        if (hasTime()) continue;
        return;
      }
      this.#due.together = false;
      this.#together = undefined;
      const found = step.value;
      this.#fireChanged(
        known.flatMap(([element, { outline }]) =>
          this.#with(element, this.#found.put(element, 'diagram', found.get(outline.node) ?? [])),
        ),
      );
      return;
    }
  }

  /** The element with its neighbours, where anything of them changed. */
  #with(element: DiagramElement, neighbours: readonly string[] | undefined): DiagramElement[] {
    return neighbours ? [element, ...neighbours.flatMap((id) => this.#registry.get(id) ?? [])] : [];
  }

  /** The engine version decides what many rules say. */
  #engineText(): string | undefined {
    const version = this.#modeler.getDefinitions()?.get('modeler:executionPlatformVersion');
    return typeof version === 'string' ? version : undefined;
  }

  #fireChanged(elements: readonly DiagramElement[]): void {
    if (elements.length === 0) return;
    const drawn = elements.filter((element) => !isUndrawn(element));
    this.#fire('eventBridgeValidation.changed', { elements: [...new Set(drawn)] });
  }

  #fire<Name extends keyof ValidationEvents>(event: Name, data: ValidationEvents[Name]): void {
    this.#eventBus.fire(event, data);
  }
}
