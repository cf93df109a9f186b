import type { HostCanvas, HostEventBus, HostInjector, HostSelection, Translate } from '../host/bpmn-js.ts';
import type { EventBridgeTestSend, TestSendConfig, TestSendView } from '../test-send/test-send.ts';
import { Dock, type PanelPlace } from '../dock.ts';
import type { LoadTaskProblems } from './context.ts';
import { Fields } from './fields-of-host.ts';
import type { PanelHandle } from './panel.tsx';

/** The diagram gets smaller when the panel opens: the task stays in sight with this much around it, in pixels. */
const TASK_MARGIN_PX = { top: 60, right: 60, bottom: 60, left: 150 }; // at the left stands the palette

/** Shows the state of `EventBridgeTestSend` in a panel, docked below the diagram unless the host has a place for it. */
export class EventBridgeTestSendPanel implements TestSendView {
  static readonly $inject = [
    'eventBridgeTestSend',
    'injector',
    'eventBus',
    'canvas',
    'selection',
    'translate',
    'config.eventBridgeTestSend',
  ];

  readonly #place: PanelPlace;
  readonly #testSend: EventBridgeTestSend;
  readonly #canvas: HostCanvas;
  readonly #mounting: () => Promise<PanelHandle>;
  #panel: PanelHandle | undefined;
  #opener: Element | null = null;
  #shown = false;

  constructor(
    testSend: EventBridgeTestSend,
    injector: HostInjector,
    eventBus: HostEventBus,
    canvas: HostCanvas,
    selection: HostSelection,
    translate: Translate,
    config: TestSendConfig | undefined,
  ) {
    const container = canvas.getContainer();
    this.#testSend = testSend;
    this.#canvas = canvas;
    this.#place = config?.place ?? new Dock(container.parentElement ?? container, () => canvas.resized());
    const fields = new Fields(injector, eventBus, selection);
    this.#mounting = async () => {
      const { mountPanel } = await import('./panel.tsx');
      const load = injector.get('eventBridgeTaskProblems', false) as LoadTaskProblems | null; // of this package
      const taskProblems = await load?.();
      return mountPanel({ testSend, place: this.#place, fields, taskProblems, translate, eventBus, injector });
    };
  }

  show(): void {
    if (this.#shown) return;
    this.#shown = true;
    this.#opener = document.activeElement;
    // a panel that cannot be loaded is closed again; the host's console tells why
    this.#open().catch((error: unknown) => {
      this.#testSend.close();
      throw error;
    });
  }

  hide(): void {
    if (!this.#shown) return;
    this.#shown = false;
    const hadFocus = this.#place.root.contains(document.activeElement);
    this.#panel?.unmount();
    this.#panel = undefined;
    this.#place.close();
    if (hadFocus) this.#returnFocus();
  }

  async #open(): Promise<void> {
    const panel = await this.#mounting();
    if (!this.#shown || this.#panel) {
      panel.unmount();
      return;
    }
    this.#panel = panel;
    this.#place.open();
    const { element } = this.#testSend;
    if (element) this.#canvas.scrollToElement(element, TASK_MARGIN_PX);
    panel.focus();
  }

  /** Back to where the user came from; where that is gone, to the properties panel's button or the diagram. */
  #returnFocus(): void {
    const opener = this.#opener?.isConnected === true ? this.#opener : document.querySelector('.bjse-open');
    if (opener instanceof HTMLElement || opener instanceof SVGElement) opener.focus();
    else this.#canvas.focus?.();
  }
}
