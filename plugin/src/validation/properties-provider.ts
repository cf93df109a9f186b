import type { ComponentType } from '@bpmn-io/properties-panel/preact';
import { extensionOf } from '../host/moddle.ts';
import type { DiagramElement, HostEventBus, HostInjector, HostPropertiesPanel, Translate } from '../host/bpmn-js.ts';
import type { EventBridgeFixes } from './fixes/fixes.ts';
import type { ValidationConfig } from './config.ts';
import type { EntryFields } from './entry-fields.ts';
import { type PanelEntry, type PanelGroup } from './entry-fields.ts';
import { TaskIssues, withIssues, type EntryProps, type TaskIssuesGroup } from './field-issues.tsx';
import type { EventBridgeProblems } from './problems-service.ts';
import type { ValidationTools } from './services.ts';
import type { EventBridgeValidation } from './validation.ts';

/** After every other provider, the one of element templates (300) among them: their entries are there then. */
const LAST = 100;

/**
 * Shows messages in the properties panel. The panel has one map of errors, which whoever sets it replaces as a whole: a
 * host's linting owns that. These messages are part of the entries instead.
 */
export class EventBridgeFieldIssues {
  static readonly $inject = [
    'config.eventBridgeValidation',
    'eventBridgeValidation',
    'eventBridgeFixes',
    'eventBridgeProblems',
    'eventBridgeEntryFields',
    'eventBus',
    'injector',
    'translate',
  ];

  readonly #tools: ValidationTools;
  readonly #fields: EntryFields;
  /** One component for each of the host's: another at each rendering would be another field, without the focus. */
  readonly #components = new WeakMap<object, ComponentType<EntryProps>>();

  constructor(
    config: ValidationConfig | undefined,
    validation: EventBridgeValidation,
    fixes: EventBridgeFixes,
    problems: EventBridgeProblems,
    fields: EntryFields,
    eventBus: HostEventBus,
    injector: HostInjector,
    translate: Translate,
  ) {
    const hostProblems = config?.hostProblems ?? false;
    this.#tools = { validation, fixes, problems, hostProblems, eventBus, translate };
    this.#fields = fields;
    if (config?.fieldMessages === false) return;
    const panel = injector.get('propertiesPanel', false) as HostPropertiesPanel | null; // untyped host
    panel?.registerProvider(LAST, this);
  }

  getGroups(element: DiagramElement): (groups: readonly PanelGroup[]) => readonly PanelGroup[] {
    return (groups) => {
      this.#fields.note(element, groups);
      const isJob = extensionOf(element.businessObject, 'zeebe:TaskDefinition') !== undefined;
      if (!isJob && this.#tools.validation.issuesOf(element).length === 0) return groups;
      const top: TaskIssuesGroup = {
        id: 'EventBridge__Issues',
        component: TaskIssues,
        tools: this.#tools,
        fields: this.#fields,
      };
      return [top, ...groups.map((group) => this.#withIssues(group))];
    };
  }

  #withIssues(group: PanelGroup): PanelGroup {
    const { entries, items } = group;
    return {
      ...group,
      ...(entries && { entries: entries.map((entry) => this.#entry(entry)) }),
      ...(items && {
        items: items.map((item) => ({
          ...item,
          ...(item.entries && { entries: item.entries.map((entry) => this.#entry(entry)) }),
        })),
      }),
    };
  }

  #entry(entry: PanelEntry): PanelEntry {
    const { component } = entry;
    if (typeof component !== 'function') return entry;
    const known = this.#components.get(component);
    // Whatever it is, the host would call it with these properties.
    const made = known ?? withIssues(component as ComponentType<EntryProps>, this.#tools, this.#fields);
    this.#components.set(component, made);
    return { ...entry, component: made };
  }
}
