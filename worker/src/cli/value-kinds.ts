/** How the text of an option is read; the problem's message continues `found "..."`. */
export interface ValueKind<Value> {
  /** What stands for the value in the help, for example `MS`. */
  readonly placeholder: string;
  /** True: an environment variable that is set to nothing is a value too. */
  readonly takesBlank?: boolean;
  /** What the value may be, for messages. */
  readonly accepts: string;
  /** What the help says of the value, beyond the description; absent: nothing. */
  readonly limits?: string;
  /** The value, or undefined when the text is none. */
  read(text: string): Value | undefined;
}

/** Any text that is not blank. */
export function text(placeholder: string, accepts: string): ValueKind<string> {
  return {
    placeholder,
    accepts,
    read: (value) => (value.trim() === '' ? undefined : value.trim()),
  };
}

/** Any text, the empty one too. */
export function anyText(placeholder: string, accepts: string): ValueKind<string> {
  return {
    placeholder,
    accepts,
    takesBlank: true,
    read: (value) => value,
  };
}

/** `on` or `off`. */
export function onOrOff(): ValueKind<boolean> {
  return {
    placeholder: 'STATE',
    accepts: 'on or off',
    limits: 'on, off',
    read: (value) => ({ on: true, off: false })[value.trim()],
  };
}

/** A whole number from `min` to `max`. */
export function wholeNumber(placeholder: string, min: number, max: number): ValueKind<number> {
  return {
    placeholder,
    accepts: `a whole number from ${min} to ${max}`,
    limits: `${min} to ${max}`,
    read: (value) => {
      const number = /^\d{1,15}$/.test(value.trim()) ? Number(value) : Number.NaN;
      return number >= min && number <= max ? number : undefined;
    },
  };
}

/** One of a few words. */
export function oneOf<const Choice extends string>(placeholder: string, choices: readonly Choice[]): ValueKind<Choice> {
  return {
    placeholder,
    accepts: `one of ${choices.join(', ')}`,
    limits: choices.join(', '),
    read: (value) => choices.find((choice) => choice === value.trim()),
  };
}

/** Texts between commas, each of which the check lets through. */
export function listOf(
  placeholder: string,
  accepts: string,
  isGood: (item: string) => boolean = (item) => item !== '',
): ValueKind<readonly string[]> {
  return {
    placeholder,
    accepts: `${accepts}, several with commas between them`,
    limits: `${accepts}, with commas between them`,
    read: (value) => {
      const items = value.split(',').map((item) => item.trim());
      return items.every(isGood) ? items : undefined;
    },
  };
}

/** A text that the check lets through. */
export function checked(placeholder: string, accepts: string, isGood: (value: string) => boolean): ValueKind<string> {
  return {
    placeholder,
    accepts,
    limits: accepts,
    read: (value) => (isGood(value.trim()) ? value.trim() : undefined),
  };
}
