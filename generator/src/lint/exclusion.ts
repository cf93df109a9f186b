import type { SimpleCondition } from '../job-input/index.ts';
import type { TemplateSpec } from '../definition/template.ts';
import type { AnyProperty } from '../types/registry.ts';
import { acceptedValues, propertiesById, simpleConditions } from './conditions.ts';

/** Comparisons that all hold at once. */
type World = readonly SimpleCondition[];

/** Most worlds that are told apart for a property; beyond them it is taken to exclude nothing. */
const MAX_WORLDS = 64;

/** Tells whether two properties of the template can never exist at the same time. */
export function exclusions(properties: TemplateSpec['properties']): (a: AnyProperty, b: AnyProperty) => boolean {
  const byId = propertiesById(properties);
  const known = new Map<AnyProperty, readonly World[]>();

  /**
   * The worlds in which the property exists: what its condition asks for, and what those properties ask for in turn. An
   * id that stands twice gives a world for each of its properties.
   */
  const worldsOf = (property: AnyProperty, above: ReadonlySet<AnyProperty>): readonly World[] => {
    const before = known.get(property);
    if (before !== undefined) return before;
    const own = simpleConditions(property.condition);
    let worlds: readonly World[] = [own];
    for (const id of new Set(own.filter(needsProperty).map((condition) => condition.property))) {
      const inner = (byId.get(id) ?? [])
        .filter((other) => other !== property && !above.has(other))
        .flatMap((other) => worldsOf(other, new Set([...above, property])));
      if (inner.length === 0) continue;
      if (worlds.length * inner.length > MAX_WORLDS) return [own];
      worlds = worlds.flatMap((world) => inner.map((more) => [...world, ...more]));
    }
    const possible = worlds.filter(
      (world) => !world.some((a, index) => world.slice(index + 1).some((b) => areDisjoint(a, b))),
    );
    // A property that can never exist is another rule's: it is judged by what it says.
    const result = possible.length === 0 ? [own] : possible;
    if (above.size === 0) known.set(property, result);
    return result;
  };

  return (a, b) =>
    worldsOf(a, new Set()).every((left) =>
      worldsOf(b, new Set()).every((right) => left.some((one) => right.some((other) => areDisjoint(one, other)))),
    );
}

/** True for comparisons that hold only while the property exists that they name. */
function needsProperty(condition: SimpleCondition): boolean {
  if ('isActive' in condition) return condition.isActive;
  return !('isEmpty' in condition) || !condition.isEmpty;
}

function areDisjoint(a: SimpleCondition, b: SimpleCondition): boolean {
  if (a.property !== b.property) return false;
  if ('isEmpty' in a && 'isEmpty' in b) return a.isEmpty !== b.isEmpty;
  if ('isActive' in a && 'isActive' in b) return a.isActive !== b.isActive;
  if ('isActive' in a) return !a.isActive && needsProperty(b);
  if ('isActive' in b) return !b.isActive && needsProperty(a);
  const [left, right] = [acceptedValues(a), acceptedValues(b)];
  if (left === undefined || right === undefined) {
    // A comparison with a value never holds for an empty property.
    return ('isEmpty' in a && a.isEmpty) || ('isEmpty' in b && b.isEmpty);
  }
  return !left.some((value) => right.includes(value));
}
