import type { LintIssue } from 'bpmnlint-plugin-eventbridge/core';
import type { DiagramElement, HostInjector, TemplateProperty } from '../host/bpmn-js.ts';

/** An entry of the properties panel, as providers declare it. */
export interface PanelEntry {
  readonly id: string;
  readonly component?: unknown;
  /** Set by the provider of element templates. */
  readonly property?: { readonly binding?: TemplateProperty['binding'] & { readonly property?: string } };
}

/** A group of entries, or of items with entries of their own. */
export interface PanelGroup {
  readonly id: string;
  readonly entries?: readonly PanelEntry[];
  readonly items?: readonly { readonly entries?: readonly PanelEntry[] }[];
}

interface PanelWithIds {
  getEntryId?(element: DiagramElement, path: readonly (string | number)[]): string | null;
}

/** Which field an entry of a template edits, named as issues name it. */
function fieldOf({ property }: PanelEntry): string | undefined {
  // Other providers hang other things on their entries under this name.
  if (!property?.binding) return undefined;
  const { type, name, key, property: attribute } = property.binding;
  if (type === 'zeebe:input') return name;
  if (type === 'zeebe:taskHeader') return key;
  if (type === 'zeebe:taskDefinition') return attribute;
  return type === 'zeebe:taskDefinition:type' ? 'type' : undefined;
}

/** Tells which entry shows a field: the template's, else the one that the host has for the place in the diagram. */
export class EntryFields {
  static readonly $inject = ['injector'];

  readonly #injector: HostInjector;
  readonly #ids = new WeakMap<DiagramElement, ReadonlyMap<string, string>>();

  constructor(injector: HostInjector) {
    this.#injector = injector;
  }

  /** Remembers what a task's groups show. */
  note(element: DiagramElement, groups: readonly PanelGroup[]): void {
    const entries = groups.flatMap(({ entries: own = [], items = [] }) => [
      ...own,
      ...items.flatMap(({ entries: ofItem = [] }) => ofItem),
    ]);
    const byField = entries.flatMap((entry): [string, string][] => {
      const field = fieldOf(entry);
      return field === undefined ? [] : [[field, entry.id]];
    });
    const all = new Map([...entries.map(({ id }): [string, string] => [`#${id}`, id]), ...byField]);
    this.#ids.set(element, all);
  }

  /** Id of the entry below which an issue belongs; nothing where the panel has none for it. */
  entryOf(element: DiagramElement, { field, path, elementId }: LintIssue): string | undefined {
    if (elementId !== element.id) return undefined;
    const ids = this.#ids.get(element);
    const own = field === '' ? undefined : ids?.get(field);
    if (own !== undefined || path === undefined) return own;
    const panel = this.#injector.get('propertiesPanel', false) as PanelWithIds | null; // untyped host
    const id = panel?.getEntryId?.(element, path) ?? undefined;
    return id !== undefined && ids?.has(`#${id}`) === true ? id : undefined;
  }
}
