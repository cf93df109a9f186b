/**
 * Compile errors as types: nothing has their one required member, whose name is the message. The compiler prints a
 * member's name whole, while it cuts long unions of ids.
 */

/** The group is not declared. */
export type UnknownGroup<Group extends string, Known extends string> = {
  readonly [K in `no group has the id "${Group}"; the ids are: ${Known}`]: never;
};

/** A condition or preset names a property that is not declared. */
export type UnknownProperty<Id extends string, Known extends string> = {
  readonly [K in `no property has the id "${Id}"; the ids are: ${Known}`]: never;
};

/** A property's condition names the property itself. */
export type SelfReference<Id extends string> = {
  readonly [K in `the condition of "${Id}" depends on "${Id}" itself`]: never;
};

/** A condition or preset names a value that the dropdown does not offer. */
export type NotAChoiceOf<Id extends string, Value extends string, Known extends string> = {
  readonly [K in `"${Value}" is not a choice of "${Id}"; the choices are: ${Known}`]: never;
};

/** A condition compares a checkbox or a number with a value of another kind. */
export type NotAValueOf<Id extends string, Value extends string, Kind extends string> = {
  readonly [K in `"${Id}" is a ${Kind} and never has the value "${Value}"`]: never;
};

/** The schema does not allow the property type with the binding. */
export type WrongType<Binding extends string, Type extends string, Allowed extends string> = {
  readonly [K in `the binding ${Binding} does not allow the type ${Type}, but: ${Allowed}`]: never;
};

/** The schema does not allow the binding on the element. */
export type WrongElement<Binding extends string, Element extends string, Allowed extends string> = {
  readonly [K in `the binding ${Binding} is not for ${Element}, but for: ${Allowed}`]: never;
};

/** A step applies a preset that is not declared. */
export type UnknownPreset<Id extends string, Known extends string> = {
  readonly [K in `no preset has the id "${Id}"; the ids are: ${Known}`]: never;
};

/** A property chooses from a configuration template that is not declared. */
export type UnknownConfigurationTemplate<Id extends string, Known extends string> = {
  readonly [K in `no configuration template has the id "${Id}"; the ids are: ${Known}`]: never;
};

/** The members of a union of texts as one text, in the order of their declaration. */
export type Listed<U extends string, Tail extends string = ''> = [U] extends [never]
  ? Tail extends ''
    ? '(none)'
    : Tail
  : LastOf<U> extends infer L extends string
    ? Listed<Exclude<U, L>, Tail extends '' ? L : `${L}, ${Tail}`>
    : never;

type LastOf<U> = ToIntersection<U extends unknown ? () => U : never> extends () => infer L ? L : never;

type ToIntersection<U> = (U extends unknown ? (member: U) => void : never) extends (all: infer I) => void ? I : never;
