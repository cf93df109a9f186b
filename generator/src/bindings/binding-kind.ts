import type { ElementType } from '../element.ts';
import type { PropertyType } from '../type-names.ts';

/** What the generator must know about one kind of binding. Each kind lives in its own file. */
export interface BindingKind<B extends { readonly type: string }> {
  /** The schema's name of the kind. */
  readonly type: B['type'];
  /** One that the schema takes: what its rules are tried on. */
  readonly example: B;
  /** Its members in the order in which the JSON shows them; optional ones are left out when not given. */
  readonly members: readonly (keyof B & string)[];
  /** Where the value lands in the diagram, for the reference page. */
  readonly describe: (binding: B) => string;
  /**
   * Two properties that exist at the same time must not share a target. Undefined: the kind may occur any number of
   * times.
   */
  readonly target: (binding: B) => string | undefined;
  /** What the schema allows with it; a test compares them with the schema. */
  readonly rules: readonly BindingRule[];
}

/** One rule of the schema on a kind of binding: the property types and the elements that it allows. */
export interface BindingRule {
  /** Values of the binding's `property` that the rule is for; absent: all. */
  readonly when?: readonly string[];
  readonly types: readonly PropertyType[];
  /** What the element may be once the template is applied; absent: anything. */
  readonly elements?: readonly ElementType[];
}
