import type { PropertyType } from './type-names.ts';

/** What the generator must know about one property type. Each type lives in its own file. */
export interface PropertyKind {
  /** The schema's name of the type. */
  readonly type: PropertyType;
  /** The control as a reader of the reference page sees it. */
  readonly control: string;
  /** False: nobody sees the property in the modeler, so the reference page lists it apart. */
  readonly visible: boolean;
}
