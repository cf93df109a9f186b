import { count, foundText } from '@eventbridge-kit/issue';

/** What became of a text: a value, or why it is none. */
export type Reading<Value> =
  | { readonly ok: true; readonly value: Value }
  /** `instead`: a sentence that says what to write; absent: what the kind accepts. */
  | Refusal;

/** Why a text is no value. */
export interface Refusal {
  readonly ok: false;
  readonly instead?: string;
}

/** How the text of an option is read, and what is told of it. */
export interface Kind<Value> {
  /** What stands for the value in the help, for example `MS`; absent: a flag that takes none. */
  readonly placeholder?: string;
  /** What the value may be, behind "Write" in messages. */
  readonly accepts: string;
  /** What help and README say of the values, beyond the description; absent: nothing. */
  readonly limits?: string;
  /** True: an environment variable that is set to nothing is a value too. */
  readonly takesBlank?: boolean;
  /** True: the flag may stand several times, and the values are lists that are joined. */
  readonly repeats?: boolean;
  read(text: string): Reading<Value>;
  /** The value as one would write it. */
  write(value: Value): string;
  /** The text as a message repeats it; absent: by `foundText`, since an address may hold a password. */
  readonly found?: (text: string) => string;
}

/** Any text that is not blank. */
export function text(placeholder: string, accepts: string): Kind<string> {
  return checked(placeholder, accepts, (value) => value !== '', '');
}

/** Any text, the empty one too. */
export function anyText(placeholder: string, accepts: string): Kind<string> {
  return { placeholder, accepts, takesBlank: true, read: (value) => ({ ok: true, value }), write: String };
}

/** The path of a file or folder, as it is written. */
export function path(placeholder: string, accepts = 'the path of a file'): Kind<string> {
  return text(placeholder, accepts);
}

/** A text that no message repeats. */
export function secret(placeholder: string, accepts: string, isGood?: (value: string) => boolean): Kind<string> {
  return { ...(isGood ? checked(placeholder, accepts, isGood) : text(placeholder, accepts)), found: countedText };
}

/** A text that the check lets through; white space around it is not part of it. */
export function checked(
  placeholder: string,
  accepts: string,
  isGood: (value: string) => boolean,
  limits: string = accepts,
): Kind<string> {
  return parsed(placeholder, accepts, (value) => (isGood(value) ? { ok: true, value } : { ok: false }), {
    limits,
    write: String,
  });
}

/** A text that becomes something else; white space around it is not part of it. */
export function parsed<Value>(
  placeholder: string,
  accepts: string,
  read: (value: string) => Reading<Value>,
  { limits = '', write = String }: { readonly limits?: string; readonly write?: (value: Value) => string } = {},
): Kind<Value> {
  return { placeholder, accepts, limits, read: (value) => read(value.trim()), write };
}

/** One of a few words. */
export function oneOf<const Choice extends string>(placeholder: string, choices: readonly Choice[]): Kind<Choice> {
  const words = choices.join(', ');
  const read = (value: string): Reading<Choice> => found(choices.find((choice) => choice === value));
  return parsed(placeholder, `one of ${words}`, read, { limits: words });
}

/** `on` or `off`. */
export function onOrOff(): Kind<boolean> {
  const read = (value: string): Reading<boolean> =>
    value === 'on' || value === 'off' ? { ok: true, value: value === 'on' } : { ok: false };
  return parsed('STATE', 'on or off', read, {
    limits: 'on, off',
    write: (value) => (value ? 'on' : 'off'),
  });
}

/** What a whole number is limited to, both bounds included. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
  /** What it counts, for messages. */
  readonly unit?: string;
}

/** A whole number. */
export function wholeNumber(placeholder: string, { min, max, unit }: Bounds): Kind<number> {
  const accepts = `a whole number${unit === undefined ? '' : ` of ${unit}`} from ${min} to ${max}`;
  const read = (value: string): Reading<number> => {
    const number = /^\d{1,16}$/.test(value) ? Number(value) : Number.NaN;
    return found(number >= min && number <= max ? number : undefined);
  };
  return parsed(placeholder, accepts, read, { limits: `${min} to ${max}` });
}

/** A time, in whole milliseconds. */
export function milliseconds(min: number, max: number): Kind<number> {
  return wholeNumber('MS', { min, max, unit: 'milliseconds' });
}

/** A port; 0, where that is allowed, is any free one. */
export function port(min: 0 | 1): Kind<number> {
  return wholeNumber('PORT', { min, max: 65_535 });
}

/** Values with commas between them. */
export function listOf<Value>(item: Kind<Value>): Kind<readonly Value[]> {
  const { accepts, limits = '' } = item;
  return {
    ...item,
    accepts: `${accepts}, several with commas between them`,
    limits: `${limits === '' ? accepts : limits}, with commas between them`,
    read: (value) => all(value.split(',').map((part) => item.read(part))),
    write: (values) => (values.length === 0 ? 'none' : values.map((value) => item.write(value)).join(',')),
  };
}

/** Values of a flag that may stand several times. */
export function repeated<Value>(item: Kind<Value>): Kind<readonly Value[]> {
  return {
    ...item,
    repeats: true,
    read: (value) => all([item.read(value)]),
    write: (values) => (values.length === 0 ? 'none' : values.map((value) => item.write(value)).join(', ')),
  };
}

function all<Value>(readings: readonly Reading<Value>[]): Reading<readonly Value[]> {
  const values: Value[] = [];
  for (const reading of readings) {
    if (!reading.ok) return reading;
    values.push(reading.value);
  }
  return { ok: true, value: values };
}

function found<Value>(value: Value | undefined): Reading<Value> {
  return value === undefined ? { ok: false } : { ok: true, value };
}

/** Why a text is no value of a kind. */
export function refusalOf(
  by: string,
  { accepts, found: show = foundText }: Kind<unknown>,
  { instead = `Write ${accepts}.` }: Refusal,
  value: string,
): string {
  return `${by} cannot be used: found ${show(value)}. ${instead}`;
}

/** A text by its length alone. */
function countedText(value: string): string {
  return `a text of ${count(value.length, 'character')}`;
}
