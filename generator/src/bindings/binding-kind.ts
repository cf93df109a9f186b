/** What the generator must know about one kind of binding. Each kind lives in its own file. */
export interface BindingKind<B extends { readonly type: string }> {
  /** The schema's name of the kind. */
  readonly type: B['type'];
  /** Its members in the order in which the JSON shows them; optional ones are left out when not given. */
  readonly members: readonly (keyof B & string)[];
  /** Where the value lands in the diagram, for the reference page. */
  readonly describe: (binding: B) => string;
  /**
   * Two properties that exist at the same time must not share a target. Undefined: the kind may occur any number of
   * times.
   */
  readonly target: (binding: B) => string | undefined;
}

/** One rule of the schema on a binding: the property types and the elements that it allows. */
export interface BindingRule {
  readonly binding: { readonly type: string };
  readonly types: string;
  readonly elements: string;
}
