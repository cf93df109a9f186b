import type { SendTask, TaskSource, TestSendReport, TestSendRequest } from '@eventbridge-kit/event-job';
import { thrownText, type JsonObject } from '@eventbridge-kit/issue';
import type { DiagramElement, HostEventBus, HostInjector, HostSelection } from '../host/bpmn-js.ts';
import { exampleData } from '../sample/example-data.ts';
import type { PanelPlace } from '../dock.ts';
import type { TestSendEvents } from './events.ts';
import type { Run, Session } from './session.ts';
import { canBeSent, readTaskSource } from '../sample/task-source.ts';
import { addSamples, firstText, parseVariables } from './variables-text.ts';

/** What the host configures under `eventBridgeTestSend`. */
export interface TestSendConfig {
  /** Runs one task; rejects only when the service cannot be reached. */
  readonly send: SendTask;
  /** What buttons and the panel are called, default `Test send`. */
  readonly label?: string;
  /** Where the panel is shown; default: docked below the diagram. */
  readonly place?: PanelPlace;
  /** False: no button on the context pad and above the properties, for the host has one of its own. Default true. */
  readonly buttons?: boolean;
}

/** A rejection of `send` whose message says all by itself: what is wrong, and what to do. */
export class TestSendRefused extends Error {}

/** How a run ends. */
type Ended =
  | Extract<Run, { readonly status: 'cancelled' | 'unreachable' }>
  | { readonly status: 'done'; readonly report: TestSendReport };

/** The view that shows the open task; loaded when it is first needed. */
export interface TestSendView {
  show(): void;
  hide(): void;
}

/** Lower than the host's own listeners: they see a change first. */
const LOW_PRIORITY = 500;

/**
 * Test send of the diagram's EventBridge tasks: which task is open, its sample variables, its last report. The state
 * is here, the panel only shows it.
 */
export class EventBridgeTestSend {
  static readonly $inject = ['config.eventBridgeTestSend', 'injector', 'eventBus', 'selection'];

  /** What buttons and the panel are called; they translate it. */
  readonly label: string;
  readonly hasButtons: boolean;
  readonly #send: SendTask;
  readonly #injector: HostInjector;
  readonly #eventBus: HostEventBus;
  readonly #sessions = new WeakMap<DiagramElement, Session>();
  readonly #running = new Map<DiagramElement, AbortController>();
  #element: DiagramElement | undefined;

  constructor(
    config: TestSendConfig | undefined,
    injector: HostInjector,
    eventBus: HostEventBus,
    selection: HostSelection,
  ) {
    if (typeof config?.send !== 'function') {
      throw new Error('eventBridgeTestSend: the modeler needs the option `eventBridgeTestSend: { send }`.');
    }
    this.label = config.label ?? 'Test send';
    this.hasButtons = config.buttons ?? true;
    this.#send = config.send;
    this.#injector = injector;
    this.#eventBus = eventBus;
    this.#listen(selection);
  }

  /** Whether the element is a task that can be sent. */
  isAvailable(element: DiagramElement): boolean {
    return element.labelTarget === undefined && canBeSent(element.businessObject);
  }

  /** The task that the panel shows; nothing while it is closed. */
  get element(): DiagramElement | undefined {
    return this.#element;
  }

  /** Fields and headers of the open task as the diagram has them now. */
  get task(): TaskSource | undefined {
    return this.#element && readTaskSource(this.#element.businessObject);
  }

  get session(): Session | undefined {
    return this.#element && this.#sessions.get(this.#element);
  }

  /** Opens the panel for a task; an element that is none is left alone. */
  async open(element: DiagramElement): Promise<void> {
    if (!this.isAvailable(element)) return;
    this.#element = element;
    await this.#prepare(element);
    const view = this.#injector.get('eventBridgeTestSendPanel', false) as TestSendView; // of this module
    if (this.#element !== element) return;
    view.show();
    this.#fire('eventBridgeTestSend.opened', { element });
    this.#fire('eventBridgeTestSend.changed', { element });
  }

  close(): void {
    const element = this.#element;
    if (!element) return;
    this.#element = undefined;
    (this.#injector.get('eventBridgeTestSendPanel', false) as TestSendView).hide(); // of this module
    this.#fire('eventBridgeTestSend.closed', { element });
  }

  setVariablesText(text: string): void {
    this.#update(this.#element, ({ variables, run }) => ({ variables: { ...variables, text }, run }));
  }

  /** Throws the user's sample variables away for those that the task reads. */
  async resetVariables(): Promise<void> {
    const element = this.#element;
    if (!element) return;
    const samples = await samplesOf(element);
    this.#update(element, ({ variables, run }) => ({ variables: firstText(samples, variables), run }));
  }

  /** Runs the open task: a preview stops before the call. Does nothing while its last run is on its way. */
  async run({ dryRun }: { readonly dryRun: boolean }): Promise<void> {
    const { element, task, session } = this;
    if (!element || !task || !session || this.#running.has(element)) return;
    const { text } = session.variables;
    const parsed = parseVariables(text);
    if (!parsed.ok) return;
    const abort = new AbortController();
    this.#running.set(element, abort);
    this.#setRun(element, { status: 'running', dryRun });
    const run = await this.#outcomeOf(
      { task, variables: parsed.variables, variablesText: text.trim() || '{}', dryRun },
      abort.signal,
    );
    this.#running.delete(element);
    if (run.status !== 'done') {
      this.#setRun(element, run);
      return;
    }
    this.#setRun(element, { ...run, ran: { task, variablesText: text } });
    this.#fire('eventBridgeTestSend.finished', { element, report: run.report });
  }

  /** Gives up on the open task's run on its way. What was sent already stays sent. */
  cancel(): void {
    if (this.#element) this.#running.get(this.#element)?.abort();
  }

  async #outcomeOf(request: TestSendRequest, signal: AbortSignal): Promise<Ended> {
    const { dryRun } = request;
    const cancelled = new Promise<Ended>((resolve) => {
      signal.addEventListener('abort', () => resolve({ status: 'cancelled', dryRun }));
    });
    const ended = this.#send(request, signal).then(
      (report): Ended => ({ status: 'done', report }),
      (error: unknown): Ended => ({
        status: 'unreachable',
        dryRun,
        message: thrownText(error),
        saysAll: error instanceof TestSendRefused,
      }),
    );
    return Promise.race([cancelled, ended]);
  }

  #listen(selection: HostSelection): void {
    this.#eventBus.on('selection.changed', LOW_PRIORITY, () => {
      const [element, ...others] = selection.get();
      if (!this.#element || !element || others.length > 0 || element === this.#element) return;
      void this.open(element);
    });
    this.#eventBus.on('elements.changed', LOW_PRIORITY, ({ elements = [] }) => {
      const element = this.#element;
      if (!element || !elements.includes(element)) return;
      if (!this.isAvailable(element)) this.close();
      else void this.#prepare(element).then(() => this.#fire('eventBridgeTestSend.changed', { element }));
    });
    this.#eventBus.on('shape.remove', LOW_PRIORITY, ({ element }) => {
      if (element === this.#element) this.close();
    });
    this.#eventBus.on(['diagram.clear', 'diagram.destroy'], LOW_PRIORITY, () => {
      for (const abort of this.#running.values()) abort.abort();
      this.close();
    });
  }

  /** Gives the task its session, and the session the variables that the task reads by now. */
  async #prepare(element: DiagramElement): Promise<void> {
    const samples = await samplesOf(element);
    const session = this.#sessions.get(element);
    this.#sessions.set(
      element,
      session
        ? { ...session, variables: addSamples(session.variables, samples) }
        : { variables: firstText(samples), run: { status: 'none' } },
    );
  }

  #setRun(element: DiagramElement, run: Run): void {
    this.#update(element, ({ variables }) => ({ variables, run }));
  }

  #update(element: DiagramElement | undefined, change: (session: Session) => Session): void {
    const session = element && this.#sessions.get(element);
    if (!element || !session) return;
    this.#sessions.set(element, change(session));
    this.#fire('eventBridgeTestSend.changed', { element });
  }

  #fire<Name extends keyof TestSendEvents>(name: Name, data: TestSendEvents[Name]): void {
    this.#eventBus.fire(name, data);
  }
}

/** The analyser of FEEL is loaded with the first task that is opened: a modeler starts without it. */
async function samplesOf(element: DiagramElement): Promise<JsonObject> {
  const samples = await import('../sample/sample-variables.ts');
  const task = readTaskSource(element.businessObject);
  return task ? samples.samplesOf(task, exampleData(element.businessObject)) : {};
}
