import { pathOfField } from 'bpmnlint-plugin-eventbridge/task';
import type { DiagramElement, HostEntryIds, HostEventBus, HostInjector, HostSelection } from '../host/bpmn-js.ts';
import { templateProperty } from '../host/template-property.ts';
import { revealEntry } from './reveal.ts';

/** What the host knows of a task's fields: their labels, which are secret, and where the user edits them. */
export class Fields {
  readonly #injector: HostInjector;
  readonly #eventBus: HostEventBus;
  readonly #selection: HostSelection;

  constructor(injector: HostInjector, eventBus: HostEventBus, selection: HostSelection) {
    this.#injector = injector;
    this.#eventBus = eventBus;
    this.#selection = selection;
  }

  /** The template's label; nothing without a template or where it has no such field. */
  labelOf(element: DiagramElement, field: string): string | undefined {
    return templateProperty(this.#injector, element, field)?.label;
  }

  /** Whether the template marks the field as secret: its text must not be shown. */
  isSecret(element: DiagramElement, field: string): boolean {
    return templateProperty(this.#injector, element, field)?.secret === true;
  }

  /** Selects the task and brings the focus to the field in the properties panel, where the host has one. */
  show(element: DiagramElement, field: string): void {
    if (!this.#selection.isSelected(element)) this.#selection.select(element);
    const path = pathOfField(element.businessObject, field);
    const entries = this.#injector.get('elementTemplatesPropertiesProvider', false) as HostEntryIds | null; // untyped host
    const id = path && entries?.getEntryId?.(element, path);
    if (id) revealEntry(this.#eventBus, () => id);
  }
}
