/**
 * The services of bpmn-js, diagram-js and the properties panel that this module uses, each with the members it uses:
 * narrow enough to be faked in a test, and independent of the types that the hosts ship.
 */
import type { ModdleElement } from './moddle.ts';

export interface DiagramElement {
  readonly id: string;
  readonly businessObject: ModdleElement;
  /** Set on a label: the element that it names. */
  readonly labelTarget?: DiagramElement;
}

export interface HostEventBus {
  on(event: string | readonly string[], priority: number, listener: (event: HostEvent) => void): void;
  off(event: string, listener: (event: HostEvent) => void): void;
  fire(event: string, data?: object): unknown;
}

/** What events of the host carry, as far as it is read here. */
export interface HostEvent {
  readonly element?: DiagramElement;
  readonly elements?: readonly DiagramElement[];
  readonly newSelection?: readonly DiagramElement[];
  readonly newId?: string;
}

export interface HostCanvas {
  getContainer(): HTMLElement;
  resized(): void;
  focus?(): void;
  scrollToElement(
    element: DiagramElement,
    padding?: Readonly<Record<'top' | 'right' | 'bottom' | 'left', number>>,
  ): void;
  addMarker(elementId: string, marker: string): void;
  removeMarker(elementId: string, marker: string): void;
}

export interface HostSelection {
  get(): readonly DiagramElement[];
  select(element: DiagramElement): void;
  isSelected(element: DiagramElement): boolean;
}

export interface HostInjector {
  /** Not strict: nothing where the host has no such service. */
  get(service: string, strict: false): unknown;
}

export type Translate = (template: string, replacements?: Readonly<Record<string, string>>) => string;

export interface HostEditorActions {
  register(actions: Readonly<Record<string, () => void>>): void;
}

export interface HostPropertiesPanel {
  registerProvider(priority: number, provider: object): void;
}

export interface HostContextPad {
  registerProvider(priority: number, provider: object): void;
}

/** Element templates as far as this module asks: the labels and marks of the applied template's fields. */
export interface HostElementTemplates {
  get(element: DiagramElement): ElementTemplate | null | undefined;
}

export interface ElementTemplate {
  readonly properties: readonly TemplateProperty[];
}

export interface TemplateProperty {
  readonly label?: string;
  readonly secret?: boolean;
  readonly binding: { readonly type: string; readonly name?: string; readonly key?: string };
}

/** The template's part of the properties panel: tells which entry shows a moddle property. */
export interface HostEntryIds {
  getEntryId?(element: DiagramElement, path: readonly (string | number)[]): string | null;
}
