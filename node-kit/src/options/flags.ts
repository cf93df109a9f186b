import { nearest, quote } from '@eventbridge-kit/issue';

/** Shortest beginning of a flag that is taken for the flag. */
const MIN_BEGINNING_CHARS = 3;

/** More names than these are looked up in the help. */
const MAX_LISTED = 20;

/** The flag that a name was most likely meant to be: by a slip, or by its beginning alone. */
export function meantFlag(name: string, flags: readonly string[]): string | undefined {
  const near = nearest(name, flags);
  if (near !== undefined || name.length < MIN_BEGINNING_CHARS) return near;
  const [first, ...others] = flags.filter((flag) => flag.startsWith(name));
  return others.length === 0 ? first : undefined;
}

/** What to tell of a flag that there is not, as it was written. A word with one dash may be a flag or letters. */
export function unknownFlag(written: string, letter: string, flags: readonly string[]): string {
  const meant = meantFlag(written.replace(/^-+/, ''), flags);
  const found = written.startsWith('--') || meant !== undefined ? written : letter;
  return `There is no such flag: found ${quote(found)}. ${adviceOf(meant, flags, '--')}`;
}

/**
 * What to tell of a name that there is not: a command's, a rule's.
 *
 * @param list where all names stand, a sentence, for more than a message can list
 */
export function unknownName(what: string, found: string, names: readonly string[], list?: string): string {
  return `There is no such ${what}: found ${quote(found)}. ${adviceOf(nearest(found, names), names, '', list)}`;
}

function adviceOf(
  meant: string | undefined,
  names: readonly string[],
  start: string,
  list = 'Write one that the help lists.',
): string {
  if (meant !== undefined) return `Did you mean ${start}${meant}?`;
  if (names.length > MAX_LISTED) return list;
  return `Write ${names.length > 1 ? 'one of ' : ''}${names.map((name) => `${start}${name}`).join(', ')}.`;
}
