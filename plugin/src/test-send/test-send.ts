import type { AskStatus, SendTask, TaskPreview, TaskSource } from '@eventbridge-kit/event-job';
import type { JsonObject } from '@eventbridge-kit/issue';
import type { PanelPlace } from '../dock.ts';
import type { DiagramElement, HostEventBus, HostInjector, HostSelection } from '../host/bpmn-js.ts';
import type { SampleStorage } from '../sample/sample-storage.ts';
import { canBeSent, readTaskSource } from '../sample/task-source.ts';
import type { TestSendEvents } from './events.ts';
import type * as Parts from './sending.ts';
import type { Session } from './session.ts';
import { addSamples, firstText } from './variables-text.ts';

/** What the host configures under `eventBridgeTestSend`. */
export interface TestSendConfig {
  /** Runs one task; rejects only when the service cannot be reached. */
  readonly send: SendTask;
  /** Asks the service which secrets it knows and where events go; rejects when it cannot be reached. Default: nobody is asked. */
  readonly askStatus?: AskStatus;
  /** Why nothing can be sent from this page, in a sentence. Set, the panel shows it in place of *Send*. */
  readonly cannotSend?: string;
  /** Keeps named samples; default: the browser's own storage. */
  readonly storage?: SampleStorage;
  /** Longest wait for an answer of `send`, in milliseconds, default 75,000: longer than the service's own. */
  readonly timeoutMs?: number;
  /** What buttons and the panel are called, default `Test send`. */
  readonly label?: string;
  /** Where the panel is shown; default: docked below the diagram. */
  readonly place?: PanelPlace;
  /** False: no button on the context pad and above the properties, for the host has one of its own. Default true. */
  readonly buttons?: boolean;
}

const DEFAULT_TIMEOUT_MS = 75_000;

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
  /** Why nothing can be sent from this page; they translate it. */
  readonly cannotSend: string | undefined;
  /** Asks the service; absent where the host has no way to. */
  readonly askStatus: AskStatus | undefined;
  /** Keeps named samples; absent: the browser does. */
  readonly storage: SampleStorage | undefined;
  readonly #send: SendTask;
  readonly #timeoutMs: number;
  readonly #injector: HostInjector;
  readonly #eventBus: HostEventBus;
  readonly #sessions = new WeakMap<DiagramElement, Session>();
  #element: DiagramElement | undefined;
  #parts: typeof Parts | undefined;
  #sending: Parts.Sending | undefined;

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
    this.cannotSend = config.cannotSend;
    this.askStatus = config.askStatus;
    this.storage = config.storage;
    this.#timeoutMs = config.timeoutMs ?? DEFAULT_TIMEOUT_MS;
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

  /** Names of the variables that the open task reads. */
  get readNames(): readonly string[] {
    const { task } = this;
    return task && this.#parts ? this.#parts.readNamesOf(task) : [];
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
    const samples = await this.#samplesOf(element);
    this.#update(element, ({ variables, run }) => ({ variables: firstText(samples, variables), run }));
  }

  /** Puts other sample variables in place of what stands there. */
  replaceVariables(text: string): void {
    this.#update(this.#element, ({ variables, run }) => ({
      variables: { ...variables, text, revision: variables.revision + 1 },
      run,
    }));
  }

  /**
   * Sends the event of the open task. Does nothing while its last event is on its way. An event for anything but the
   * service's local bus is not sent: the session then asks, and `confirm` sends it.
   *
   * @param said what the preview shows, to be compared with what comes out
   */
  async send(said?: TaskPreview): Promise<void> {
    const { element, task, session } = this;
    if (!element || !task || !session || this.cannotSend !== undefined) return;
    await this.#sending?.send(element, task, session, said);
  }

  /** Sends what the session asks about, exactly as it was when it was asked. */
  async confirm(said?: TaskPreview): Promise<void> {
    const { element, session } = this;
    if (element && session) await this.#sending?.confirm(element, session, said);
  }

  /** Gives up on the open task's event on its way, or on what the session asks. What was sent already stays sent. */
  cancel(): void {
    const { element, session } = this;
    if (element && session) this.#sending?.cancel(element, session);
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
      this.#sending?.forgetAll();
      this.close();
    });
  }

  /** Gives the task its session, and the session the variables that the task reads by now. */
  async #prepare(element: DiagramElement): Promise<void> {
    const samples = await this.#samplesOf(element);
    const session = this.#sessions.get(element);
    this.#sessions.set(
      element,
      session
        ? { ...session, variables: addSamples(session.variables, samples) }
        : { variables: firstText(samples), run: { status: 'none' } },
    );
  }

  /** Sending and the analyser of FEEL are loaded with the first task that is opened: a modeler starts without them. */
  async #samplesOf(element: DiagramElement): Promise<JsonObject> {
    this.#parts ??= await import('./sending.ts');
    this.#sending ??= new this.#parts.Sending({
      send: this.#send,
      timeoutMs: this.#timeoutMs,
      setRun: (sent, run) => this.#update(sent, ({ variables }) => ({ variables, run })),
      finished: (sent, report) => this.#fire('eventBridgeTestSend.finished', { element: sent, report }),
    });
    return this.#parts.samplesFor(element, this.#sending.outputsFor(element));
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
