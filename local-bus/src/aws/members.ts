import { normalizeTime } from '@eventbridge-kit/eventbridge';
import { AwsError } from './aws-error.ts';

/** Members of a request by name; reading one of the wrong type is AWS's `SerializationException`. */
export type Members = Readonly<Record<string, unknown>>;

export function readMembers(value: unknown): Members {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrongType('a structure', value);
  // Checked above: an object that is neither null nor an array.
  return value as Members;
}

export function readText(members: Members, name: string): string | undefined {
  const value = own(members, name);
  if (value === undefined || typeof value === 'string') return value;
  throw wrongType('a string', value);
}

export function readInteger(members: Members, name: string): number | undefined {
  const value = own(members, name);
  if (value === undefined || (typeof value === 'number' && Number.isInteger(value))) return value;
  throw wrongType('an integer', value);
}

export function readList(members: Members, name: string): readonly unknown[] | undefined {
  const value = own(members, name);
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return value as unknown[];
  throw wrongType('a list', value);
}

export function readTextList(members: Members, name: string): readonly string[] | undefined {
  return readList(members, name)?.map((item) => {
    if (typeof item !== 'string') throw wrongType('a string', item);
    return item;
  });
}

/** A timestamp in milliseconds: seconds since 1970 as this protocol sends it, or RFC 3339 text. */
export function readTime(members: Members, name: string): number | undefined {
  const value = own(members, name);
  if (value === undefined) return undefined;
  if (typeof value === 'number' && Math.abs(value) < 1e11) return Math.round(value * 1000);
  const iso = typeof value === 'string' ? normalizeTime(value) : undefined;
  if (iso === undefined) throw wrongType('a timestamp', value);
  return Date.parse(iso);
}

/** Null counts as left out, as AWS's services take it. */
function own(members: Members, name: string): unknown {
  const value = Object.hasOwn(members, name) ? members[name] : undefined;
  return value === null ? undefined : value;
}

function wrongType(wanted: string, value: unknown): AwsError {
  const found = value === null ? 'null' : Array.isArray(value) ? 'a list' : typeof value;
  return new AwsError('SerializationException', `Expected ${wanted}, found ${found}.`);
}
