import type { Binding } from '../bindings/index.ts';
import { bindingKind } from '../bindings/kind-of.ts';
import type { Condition, Constraints, Json, JsonObject } from '../job-input/index.ts';
import { type AnyProperty, propertyId } from '../types/registry.ts';
import { CHOICE_KEYS, CONDITION_KEYS, CONSTRAINT_KEYS, PROPERTY_KEYS } from './key-order.ts';
import { ordered } from './ordered.ts';

type Members = Readonly<Record<string, Json | undefined>>;

/** Members of a spec that live in the definition alone. */
export const AUTHOR_ONLY: ReadonlySet<string> = new Set(['job', 'whenMissing', 'reference']);

/** A property as the JSON shows it. */
export function emitProperty(key: string, property: AnyProperty): JsonObject {
  const members = Object.fromEntries(Object.entries(property).filter(([member]) => !AUTHOR_ONLY.has(member)));
  return ordered(PROPERTY_KEYS, {
    // What is left of a spec is JSON already, but for the parts below.
    ...(members as Members),
    id: propertyId(key, property),
    binding: emitBinding(property.binding),
    ...(property.condition !== undefined && { condition: emitCondition(property.condition) }),
    ...(property.constraints !== undefined && { constraints: emitConstraints(property, property.constraints) }),
    ...('choices' in property && { choices: emitChoices(property.choices) }),
  });
}

/** The schema wants constraints of an optional property to say that it may be empty. */
function emitConstraints(property: AnyProperty, constraints: Constraints): JsonObject {
  return ordered(CONSTRAINT_KEYS, {
    ...(property.optional === true && { notEmpty: false }),
    ...(constraints as Members), // plain JSON by its interface
  });
}

function emitBinding(binding: Binding): JsonObject {
  return ordered(bindingKind(binding).members, binding as unknown as Members);
} // bindings are plain JSON by their interfaces

function emitCondition(condition: Condition): JsonObject {
  return 'allMatch' in condition
    ? { allMatch: condition.allMatch.map(emitCondition) }
    : ordered(CONDITION_KEYS, condition as unknown as Members);
} // conditions are plain JSON by their interfaces

function emitChoices(choices: readonly { readonly condition?: Condition }[]): Json {
  return choices.map((choice) =>
    ordered(CHOICE_KEYS, {
      ...(choice as Members), // a choice's other members are texts
      ...(choice.condition !== undefined && { condition: emitCondition(choice.condition) }),
    }),
  );
}
