import type { JobValue, Json } from '../job-input/index.ts';
import type { PropertyType } from '../type-names.ts';

/** The part of a property that decides what a job carries for it. */
export interface JobShape {
  readonly value?: Json;
  readonly choices?: readonly { readonly value: string }[];
}

/** What the generator must know about one property type. Each type lives in its own file. */
export interface PropertyKind {
  /** The schema's name of the type. */
  readonly type: PropertyType;
  /** The control as a reader of the reference page sees it. */
  readonly control: string;
  /** False: nobody sees the property in the modeler, so the reference page lists it apart. */
  readonly visible: boolean;
  /** What a job carries for a property of the type, where the property says nothing else. */
  readonly job: (shape: JobShape) => JobValue<unknown>;
}
