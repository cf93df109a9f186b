import { type Json } from '@eventbridge-kit/issue';
import type { Condition, JobDefinition, JobProperty, SimpleCondition } from './definition.ts';

/** Whether a property exists in a job; unknown where it hangs on something that a job's variables do not show. */
export type Activity = 'active' | 'inactive' | 'unknown';

/** Reads the value of a property from the job; undefined where it has none. */
export type ReadValue = (property: JobProperty) => Json | undefined;

/** Decides for each property of the definition whether it exists in the job. Cycles end as unknown. */
export function activities(definition: JobDefinition, read: ReadValue): (id: string) => Activity {
  const known = new Map<string, Activity>();

  const activityOf = (id: string): Activity => {
    const before = known.get(id);
    if (before !== undefined) return before;
    known.set(id, 'unknown');
    const condition = propertyOf(id)?.condition;
    const activity = condition === undefined ? 'active' : evaluate(condition);
    known.set(id, activity);
    return activity;
  };

  const propertyOf = (id: string): JobProperty | undefined =>
    Object.hasOwn(definition.properties, id) ? definition.properties[id] : undefined;

  const evaluate = (condition: Condition): Activity => {
    if (!('allMatch' in condition)) return compare(condition);
    const all = condition.allMatch.map(compare);
    if (all.includes('inactive')) return 'inactive';
    return all.includes('unknown') ? 'unknown' : 'active';
  };

  const compare = (condition: SimpleCondition): Activity => {
    const property = propertyOf(condition.property);
    if (property === undefined) return 'isActive' in condition && !condition.isActive ? 'active' : 'inactive';
    const reference = activityOf(condition.property);
    if (reference === 'unknown') return 'unknown';
    if ('isActive' in condition) return holds((reference === 'active') === condition.isActive);
    const value = reference === 'active' ? visibleValue(property, read) : { known: true as const, value: undefined };
    if (!value.known) return 'unknown';
    if ('isEmpty' in condition) return holds(isAbsent(value.value) === condition.isEmpty);
    if ('equals' in condition) return holds(value.value === condition.equals);
    return holds(condition.oneOf.some((choice) => choice === value.value));
  };

  return activityOf;
}

/** True for what a filled field never gives: nothing, null, empty text. */
export function isAbsent(value: Json | undefined): value is null | undefined | '' {
  return value === undefined || value === null || value === '';
}

function holds(truth: boolean): Activity {
  return truth ? 'active' : 'inactive';
}

type Visible = { readonly known: true; readonly value: Json | undefined } | { readonly known: false };

/** A job shows input mappings; of other bindings only a hidden property's fixed value is known. */
function visibleValue(property: JobProperty, read: ReadValue): Visible {
  if (property.binding.type === 'zeebe:input') return { known: true, value: read(property) };
  return property.type === 'Hidden' && property.value !== undefined
    ? { known: true, value: property.value }
    : { known: false };
}
