import { Dock, type PanelPlace } from '../dock.ts';
import { revealEntry } from '../panel/reveal.ts';
import type {
  DiagramElement,
  HostCanvas,
  HostEventBus,
  HostInjector,
  HostSelection,
  Translate,
} from '../host/bpmn-js.ts';
import type { ValidationConfig } from './config.ts';
import type { EventBridgeFixes } from './fixes/fixes.ts';
import type { LintIssue } from 'bpmnlint-plugin-eventbridge/core';
import type { ValidationEvents } from './events.ts';
import type { EntryFields } from './entry-fields.ts';
import type { HostPlanes, HostRegistry } from './host.ts';
import type { ProblemsHandle } from './problem-list.tsx';
import type { ProblemsControl } from './services.ts';
import type { EventBridgeValidation } from './validation.ts';

/** Height of the list when it opens, in pixels. */
const HEIGHT_PX = 260;

/** Another panel of this package in the same place. */
interface OtherPanel {
  close(): void;
}

/** The list of all problems, docked below the diagram. */
export class EventBridgeProblems implements ProblemsControl {
  static readonly $inject = [
    'eventBridgeValidation',
    'eventBridgeFixes',
    'eventBridgeEntryFields',
    'elementRegistry',
    'canvas',
    'selection',
    'eventBus',
    'injector',
    'translate',
    'config.eventBridgeValidation',
  ];

  readonly #validation: EventBridgeValidation;
  readonly #fixes: EventBridgeFixes;
  readonly #fields: EntryFields;
  readonly #registry: HostRegistry;
  readonly #canvas: HostCanvas & HostPlanes;
  readonly #selection: HostSelection;
  readonly #eventBus: HostEventBus;
  readonly #injector: HostInjector;
  readonly #translate: Translate;
  readonly #place: PanelPlace;
  #list: ProblemsHandle | undefined;
  #opener: Element | null = null;
  #isOpen = false;

  constructor(
    validation: EventBridgeValidation,
    fixes: EventBridgeFixes,
    fields: EntryFields,
    registry: HostRegistry,
    canvas: HostCanvas & HostPlanes,
    selection: HostSelection,
    eventBus: HostEventBus,
    injector: HostInjector,
    translate: Translate,
    config: ValidationConfig | undefined,
  ) {
    this.#validation = validation;
    this.#fixes = fixes;
    this.#fields = fields;
    this.#registry = registry;
    this.#canvas = canvas;
    this.#selection = selection;
    this.#eventBus = eventBus;
    this.#injector = injector;
    this.#translate = translate;
    const container = canvas.getContainer();
    this.#place = config?.place ?? new Dock(container.parentElement ?? container, () => canvas.resized(), HEIGHT_PX);
    eventBus.on('eventBridgeTestSend.opened', 1000, () => this.close());
    eventBus.on('diagram.destroy', 1000, () => this.close());
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Opens the list, at the first problem of an element where one is named. */
  open(element?: DiagramElement): void {
    this.#validation.reveal();
    if (element) this.#show(element);
    if (this.#isOpen) {
      this.#list?.focus(element?.id);
      return;
    }
    this.#isOpen = true;
    this.#opener = document.activeElement;
    const testSend = this.#injector.get('eventBridgeTestSend', false) as OtherPanel | null; // of this package
    testSend?.close();
    // a list that cannot be loaded is closed again; the host's console tells why
    this.#mount(element?.id).catch((error: unknown) => {
      this.close();
      throw error;
    });
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    const hadFocus = this.#place.root.contains(document.activeElement);
    this.#list?.unmount();
    this.#list = undefined;
    this.#place.close();
    if (hadFocus) this.#returnFocus();
    this.#eventBus.fire('eventBridgeProblems.closed' satisfies keyof ValidationEvents, {});
  }

  toggle(): void {
    if (this.#isOpen) this.close();
    else this.open();
  }

  /** Selects the element of an issue and brings the focus to its field, where the host has a properties panel. */
  jumpTo(issue: LintIssue): void {
    const element = this.#registry.get(issue.elementId);
    if (!element) return;
    this.#show(element);
    revealEntry(this.#eventBus, () => this.#fields.entryOf(element, issue), focusTaskIssues);
  }

  isDrawn({ elementId }: LintIssue): boolean {
    return this.#registry.get(elementId) !== undefined;
  }

  async #mount(elementId: string | undefined): Promise<void> {
    const { mountProblems } = await import('./problem-list.tsx');
    if (!this.#isOpen || this.#list) return;
    this.#place.open();
    this.#list = mountProblems(this.#place.root, {
      validation: this.#validation,
      fixes: this.#fixes,
      problems: this,
      hostProblems: false,
      eventBus: this.#eventBus,
      translate: this.#translate,
    });
    this.#list.focus(elementId);
    this.#eventBus.fire('eventBridgeProblems.opened' satisfies keyof ValidationEvents, {});
  }

  /** Brings the element into sight, in whichever plane it is. */
  #show(element: DiagramElement): void {
    const root = this.#canvas.findRoot(element);
    if (root && root !== this.#canvas.getRootElement()) this.#canvas.setRootElement(root);
    this.#canvas.scrollToElement(element);
    if (!this.#selection.isSelected(element)) this.#selection.select(element);
  }

  #returnFocus(): void {
    const opener = this.#opener;
    if (opener?.isConnected === true && (opener instanceof HTMLElement || opener instanceof SVGElement)) opener.focus();
    else this.#canvas.focus?.();
  }
}

/** What belongs to no entry stands on top of the properties panel. */
function focusTaskIssues(): void {
  document.querySelector<HTMLElement>('.bjse-task-issues button, .bjse-task-issues a')?.focus();
}
