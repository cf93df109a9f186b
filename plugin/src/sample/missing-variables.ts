import type { FieldResult, InputMapping } from '@eventbridge-kit/connector';
import type { Json, JsonObject } from '@eventbridge-kit/issue';
import { readVariablesOf } from './read-variables.ts';

/**
 * Names that a field's expression reads and that nothing gives, where its value is null or holds a null: neither the
 * sample variables nor a mapping before it.
 */
export function missingVariables(
  index: number,
  fields: readonly Pick<FieldResult, 'target' | 'source' | 'value'>[],
  variables: JsonObject,
): readonly string[] {
  const field = fields[index];
  if (field?.value === undefined || !field.source.startsWith('=') || !holdsNull(field.value)) return [];
  const given = new Set(Object.keys(variables));
  for (const earlier of fields.slice(0, index)) for (const name of visibleFrom(field, earlier)) given.add(name);
  return readVariablesOf(field.source).flatMap(({ name }) => (given.has(name) ? [] : [name]));
}

/** What one mapping makes is seen by a later one under the first name that their targets do not share, and above it. */
function visibleFrom(later: Pick<InputMapping, 'target'>, earlier: Pick<InputMapping, 'target'>): readonly string[] {
  const own = later.target.split('.');
  const parts = earlier.target.split('.');
  const differ = parts.findIndex((part, at) => part !== own[at]);
  return parts.slice(0, differ < 0 ? parts.length : differ + 1);
}

function holdsNull(value: Json): boolean {
  if (value === null) return true;
  return typeof value === 'object' && Object.values(value).some(holdsNull);
}
