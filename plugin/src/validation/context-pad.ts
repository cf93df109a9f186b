import type { LintIssue } from 'bpmnlint-plugin-eventbridge/core';
import type { EventBridgeFixes } from './fixes/fixes.ts';
import type { DiagramElement, HostContextPad, HostEventBus, HostInjector, Translate } from '../host/bpmn-js.ts';
import type { EventBridgeValidation } from './validation.ts';

/** Lower than the host's own entries: ours comes after them. */
const LOW_PRIORITY = 490;

interface OpenContextPad extends HostContextPad {
  isOpen(element: DiagramElement): boolean;
  open(element: DiagramElement, force: boolean): void;
}

/** Offers the fix of an element's worst problem on its context pad, where the host has one. */
export class EventBridgeFixPad {
  static readonly $inject = ['eventBridgeValidation', 'eventBridgeFixes', 'eventBus', 'injector', 'translate'];

  readonly #validation: EventBridgeValidation;
  readonly #fixes: EventBridgeFixes;
  readonly #translate: Translate;
  /** What the pad of an element offers, to draw it anew only for something else: the host measures it each time. */
  readonly #offered = new WeakMap<DiagramElement, string | undefined>();

  constructor(
    validation: EventBridgeValidation,
    fixes: EventBridgeFixes,
    eventBus: HostEventBus,
    injector: HostInjector,
    translate: Translate,
  ) {
    this.#validation = validation;
    this.#fixes = fixes;
    this.#translate = translate;
    const contextPad = injector.get('contextPad', false) as OpenContextPad | null; // untyped host
    if (!contextPad) return;
    contextPad.registerProvider(LOW_PRIORITY, this);
    eventBus.on('eventBridgeValidation.changed', LOW_PRIORITY, ({ elements = [] }) => {
      const shown = elements.find((element) => contextPad.isOpen(element));
      if (shown && this.#fixOf(shown)?.title !== this.#offered.get(shown)) contextPad.open(shown, true);
    });
  }

  getContextPadEntries(element: DiagramElement): Readonly<Record<string, object>> {
    const offer = this.#fixOf(element);
    this.#offered.set(element, offer?.title);
    if (!offer) return {};
    return {
      'eventbridge-fix': {
        group: 'tools',
        title: this.#translate('Fix: {title}', { title: this.#translate(offer.title) }),
        html: '<button type="button" class="entry bjse-pad-entry"><span class="bjse-fix-icon"></span></button>',
        action: { click: () => this.#fix(element) },
      },
    };
  }

  /** The problem as it is by now, which the pad was not drawn for. */
  #fix(element: DiagramElement): void {
    const offer = this.#fixOf(element);
    if (offer) this.#fixes.fix(offer.issue);
  }

  #fixOf(element: DiagramElement): { readonly title: string; readonly issue: LintIssue } | undefined {
    const issue = this.#validation.issuesOf(element).find((found) => this.#fixes.canFix(found));
    return issue?.fix && { title: issue.fix.title, issue };
  }
}
