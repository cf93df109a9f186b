/** The services of the host that validation and fixes use besides those of `host/bpmn-js.ts`, as far as they use them. */
import type { DiagramElement } from '../host/bpmn-js.ts';
import type { ModdleElement } from '../host/moddle.ts';

/** A shape or connection, as the registry and the modeling service know it. */
export interface Shape extends DiagramElement {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly parent?: Shape;
  /** Boundary events of an activity. */
  readonly attachers?: readonly Shape[];
}

export interface HostRegistry {
  get(id: string): DiagramElement | undefined;
  forEach(visit: (element: DiagramElement) => void): void;
}

/** The modeler itself. */
export interface HostModeler {
  getDefinitions(): ModdleElement | undefined;
}

export interface HostOverlays {
  add(
    element: DiagramElement,
    type: string,
    overlay: {
      readonly position: Readonly<Record<string, number>>;
      readonly html: HTMLElement;
      readonly scale?: object | boolean;
    },
  ): string;
  remove(id: string): void;
}

export interface HostPlanes {
  findRoot(element: DiagramElement): DiagramElement | null | undefined;
  getRootElement(): DiagramElement;
  setRootElement(root: DiagramElement): void;
}
