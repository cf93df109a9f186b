import { nearest } from '@eventbridge-kit/issue';

/** What a mistyped name was probably meant to be, in brackets for a message; empty where none is near. */
export function suggestion(written: string, names: Iterable<string>): string {
  const meant = nearest(written, [...names]);
  return meant === undefined ? '' : ` (did you mean "${meant}"?)`;
}
