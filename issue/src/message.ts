/** Longest piece of a user's text that a message repeats, in UTF-16 units: enough to recognise it in a log line. */
const MAX_QUOTED_CHARS = 80;

export interface MessageParts {
  /** What is wrong, for example `Source is too long`. */
  readonly wrong: string;
  /** What was found, for example `300 characters`; absent where there is nothing to be found. */
  readonly found?: string | undefined;
  /** What to write instead, as a whole sentence. */
  readonly instead: string;
}

/** The one formula of every message: what is wrong, what was found, what to write instead. */
export function message({ wrong, found, instead }: MessageParts): string {
  return `${wrong}${found === undefined ? '' : `: found ${found}`}. ${instead}`;
}

/** A user's text as a message shows it: in quotes, control characters escaped, cut where it is long. */
export function quote(text: string, maxChars: number = MAX_QUOTED_CHARS): string {
  return text.length > maxChars ? `${JSON.stringify(cutText(text, maxChars))}...` : JSON.stringify(text);
}

/** A text without quotes, such as a number's digits, cut where it is long. */
export function shorten(text: string, maxChars: number = MAX_QUOTED_CHARS): string {
  return text.length > maxChars ? `${cutText(text, maxChars)}...` : text;
}

/** `1 character`, `300 characters`. */
export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}

/** What is found in a field that a user sees as empty: of one that is empty there is nothing to say. */
export function foundBlank(text: string): string | undefined {
  return text === '' ? undefined : 'only white space';
}

/** True for text a user sees as empty. */
export function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** The first UTF-16 units of a text, at most so many; a character is never cut in two. */
export function cutText(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  const last = text.charCodeAt(maxChars - 1);
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? maxChars - 1 : maxChars);
}

/** What a thrown value says. */
export function thrownText(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** What a thrown value is, for places where its message must not stand: it may quote a user's data. */
export function thrownName(thrown: unknown): string {
  return thrown instanceof Error ? thrown.name : typeof thrown;
}
