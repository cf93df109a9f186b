import type { Template as TemplateJson } from 'bpmnlint-plugin-eventbridge/task';
import type { ModdleElement } from '../../host/moddle.ts';
import type { HostModeler, Shape } from '../host.ts';

/** A template as the host's element templates have it. */
export interface Template extends TemplateJson {
  readonly elementType?: { readonly value: string };
}

export interface HostTemplates {
  /** One template in one version; nothing where none of the kind is loaded. */
  get(id: string, version?: number): Template | null | undefined;
  /** The newest version that the diagram's engine knows, in a list; empty where there is none. */
  getLatest?(id: string): readonly Template[];
  /** Returns the element that has the template: another one where the type had to change. */
  applyTemplate(element: Shape, template: Template): Shape;
}

export interface HostModeling {
  updateModdleProperties(element: Shape, moddleElement: ModdleElement, properties: object): void;
  updateProperties(element: Shape, properties: object): void;
  createShape(
    shape: { readonly type: string; readonly eventDefinitionType: string },
    position: { readonly x: number; readonly y: number },
    target: Shape,
    hints: { readonly attach: true },
  ): Shape;
}

export interface HostFactory {
  create(type: string, properties?: object): ModdleElement;
}

/** What an edit is made with. Each of these is a command of the host, so that it can be undone. */
export interface FixTools {
  readonly modeling: HostModeling;
  readonly bpmnFactory: HostFactory;
  readonly modeler: HostModeler;
  /** Absent where the host has no element templates. */
  readonly templates: HostTemplates | null;
}
