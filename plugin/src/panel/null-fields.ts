import type { FieldResult } from '@eventbridge-kit/connector';
import type { Json } from '@eventbridge-kit/issue';

/** One reason for a null in a field's value. */
export interface NullReason {
  /** The part of the expression that gave it. */
  readonly part: string;
  readonly message: string;
}

/** Why a field's value is null, or holds a null. */
export interface WhyNull {
  /** Names that its expression reads and that nothing gives: neither the sample variables nor a mapping before it. */
  readonly missing: readonly string[];
  readonly reasons: readonly NullReason[];
}

/** Why a field's value is null, or holds one; undefined where it holds none, or where the expression says null itself. */
export function whyNull({ source, value, warnings = [] }: Omit<FieldResult, 'target'>): WhyNull | undefined {
  if (warnings.length === 0 || value === undefined || !holdsNull(value)) return undefined;
  const names = warnings.flatMap(({ kind, name }) => (kind === 'NO_VARIABLE_FOUND' ? (name ?? []) : []));
  const others = warnings.filter(({ kind }) => kind !== 'NO_VARIABLE_FOUND');
  return {
    missing: [...new Set(names)],
    reasons: others.map(({ from, to, message }) => ({ part: source.slice(from, to), message })),
  };
}

function holdsNull(value: Json): boolean {
  if (value === null) return true;
  return typeof value === 'object' && Object.values(value).some(holdsNull);
}
