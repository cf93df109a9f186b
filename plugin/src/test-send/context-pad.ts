import type { DiagramElement, HostContextPad, HostInjector, Translate } from '../host/bpmn-js.ts';
import type { EventBridgeTestSend } from './test-send.ts';

/** Lower than the host's own entries: ours comes after them. */
const LOW_PRIORITY = 500;

/** Puts *Test send* on the context pad of an EventBridge task, where the host has a context pad. */
export class TestSendContextPad {
  static readonly $inject = ['eventBridgeTestSend', 'injector', 'translate'];

  readonly #testSend: EventBridgeTestSend;
  readonly #translate: Translate;

  constructor(testSend: EventBridgeTestSend, injector: HostInjector, translate: Translate) {
    this.#testSend = testSend;
    this.#translate = translate;
    const contextPad = injector.get('contextPad', false) as HostContextPad | null; // untyped host
    if (testSend.hasButtons) contextPad?.registerProvider(LOW_PRIORITY, this);
  }

  getContextPadEntries(element: DiagramElement): Readonly<Record<string, object>> {
    if (!this.#testSend.isAvailable(element)) return {};
    return {
      'eventbridge-test-send': {
        group: 'tools',
        title: this.#translate(this.#testSend.label),
        html: '<button type="button" class="entry bjse-pad-entry"><span class="bjse-event-icon"></span></button>',
        action: { click: () => void this.#testSend.open(element) },
      },
    };
  }
}
