import {
  conversionOf,
  isEventTask,
  lostText,
  OFFICIAL,
  readJobTask,
  SEND_EVENT,
  type FamilyId,
} from 'bpmnlint-plugin-eventbridge/task';
import type { DiagramElement, HostInjector, Translate } from '../../host/bpmn-js.ts';
import { textOf } from '../../host/moddle.ts';
import { templateProperty } from '../../host/template-property.ts';
import type { Shape } from '../host.ts';
import type { EventBridgeFixes } from './fixes.ts';
import type { HostTemplates, Template } from './tools.ts';

/** The menu that changes an element into another kind of element. */
const MENU = 'bpmn-replace';

/** Below the host's own entries. */
const LOW_PRIORITY = 490;

/** What a task can be changed to, and how the entry calls it. */
const TARGETS: readonly { readonly family: FamilyId; readonly label: string }[] = [
  { family: SEND_EVENT, label: 'Change to "Send event to Amazon EventBridge"' },
  { family: OFFICIAL, label: "Change to Camunda's EventBridge connector" },
];

interface HostPopupMenu {
  registerProvider(menu: string, priority: number, provider: object): void;
  close(): void;
}

interface MenuEntry {
  readonly label: string;
  readonly description: string;
  readonly group: { readonly id: string; readonly name: string };
  readonly imageUrl?: string;
  readonly action: () => void;
}

/** Changes a task between this project's connector and Camunda's own, from the menu that changes elements. */
export class EventBridgeConnectorMenu {
  static readonly $inject = ['eventBridgeFixes', 'injector', 'translate'];

  readonly #fixes: EventBridgeFixes;
  readonly #injector: HostInjector;
  readonly #templates: HostTemplates | null;
  readonly #menu: HostPopupMenu | null;
  readonly #translate: Translate;

  constructor(fixes: EventBridgeFixes, injector: HostInjector, translate: Translate) {
    this.#fixes = fixes;
    this.#injector = injector;
    this.#templates = injector.get('elementTemplates', false) as HostTemplates | null; // untyped host
    this.#menu = injector.get('popupMenu', false) as HostPopupMenu | null; // untyped host
    this.#translate = translate;
    this.#menu?.registerProvider(MENU, LOW_PRIORITY, this);
  }

  /** Several elements at once have no entry. */
  getPopupMenuEntries(target: DiagramElement | readonly DiagramElement[]): object {
    const ours = isElement(target) ? this.#entries(target) : {};
    return (entries: object) => ({ ...entries, ...ours });
  }

  #entries(element: DiagramElement): Readonly<Record<string, MenuEntry>> {
    const { businessObject } = element;
    if (!isEventTask(businessObject)) return {};
    const applied = textOf(businessObject, 'zeebe:modelerTemplate') ?? '';
    return Object.fromEntries(
      TARGETS.flatMap(({ family, label }) => {
        if (family.templateIds.includes(applied)) return [];
        const [template] = this.#templates?.getLatest?.(family.templateIds[0]) ?? [];
        // a task is a shape
        return template ? [[`eventbridge-to-${family.name}`, this.#entry(element as Shape, template, label)]] : [];
      }),
    );
  }

  #entry(element: Shape, template: Template, label: string): MenuEntry {
    const icon = template.icon?.contents;
    return {
      label: this.#translate(label),
      description: this.#whatIsKept(element, template),
      group: { id: 'eventbridge', name: this.#translate('Amazon EventBridge') },
      ...(icon !== undefined && { imageUrl: icon }),
      action: () => {
        const task = readJobTask(element.businessObject);
        if (task) this.#fixes.apply(element, conversionOf(task, template).fix(label));
        this.#menu?.close();
      },
    };
  }

  /** What would be lost is said before. */
  #whatIsKept(element: Shape, template: Template): string {
    const task = readJobTask(element.businessObject);
    const lost = task ? conversionOf(task, template).lost : [];
    const labelOf = (name: string): string | undefined => {
      const label = templateProperty(this.#injector, element, name)?.label;
      return label === undefined ? undefined : this.#translate(label);
    };
    return lost.length === 0
      ? this.#translate('All values are kept.')
      : this.#translate('It has no place for {fields}: removed. All other values are kept.', {
          fields: lostText(lost, labelOf),
        });
  }
}

function isElement(target: DiagramElement | readonly DiagramElement[]): target is DiagramElement {
  return !Array.isArray(target);
}
