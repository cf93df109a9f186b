/** Longest piece of a user's text that a message quotes, in UTF-16 units. */
const MAX_QUOTED = 80;

/** A message in the one formula. */
export function message(wrong: string, found: string, instead: string): string {
  return `${wrong}: found ${found}. ${instead}`;
}

/** A user's text as a message shows it: in quotes, control characters escaped, cut after 80 characters. */
export function quote(text: string): string {
  return text.length > MAX_QUOTED ? `${JSON.stringify(text.slice(0, MAX_QUOTED))}...` : JSON.stringify(text);
}
