/** One option of a fault or of the command line: how it is read, and what a reader should know of it. */
export interface FaultOption<Value> {
  /** What to write, for example `400..599`. */
  readonly accepts: string;
  readonly doc: string;
  readonly default: Value;
  /** The value that a text stands for; undefined when the text is not accepted. */
  read(text: string): Value | undefined;
}

export type OptionTable = Readonly<Record<string, FaultOption<unknown>>>;

export type OptionValues<Table extends OptionTable> = {
  readonly [Name in keyof Table]: Table[Name] extends FaultOption<infer Value> ? Value : never;
};

interface NumberSettings {
  readonly min: number;
  readonly max: number;
  readonly default: number;
  readonly doc: string;
}

export function integer({ min, max, default: fallback, doc }: NumberSettings): FaultOption<number> {
  return {
    accepts: `${min}..${max}`,
    doc,
    default: fallback,
    read: (text) =>
      /^[0-9]{1,9}$/.test(text) && Number(text) >= min && Number(text) <= max ? Number(text) : undefined,
  };
}

export function decimal({ min, max, default: fallback, doc }: NumberSettings): FaultOption<number> {
  return {
    accepts: `${min}..${max}`,
    doc,
    default: fallback,
    read: (text) =>
      /^[0-9]{1,9}(\.[0-9]{1,9})?$/.test(text) && Number(text) >= min && Number(text) <= max ? Number(text) : undefined,
  };
}

export function oneOf<const Choice extends string>(
  choices: readonly Choice[],
  fallback: NoInfer<Choice>,
  doc: string,
): FaultOption<Choice> {
  return {
    accepts: choices.join('|'),
    doc,
    default: fallback,
    read: (text) => choices.find((choice) => choice === text),
  };
}

export function text(accepts: string, fallback: string, doc: string): FaultOption<string> {
  return { accepts, doc, default: fallback, read: (value) => value };
}
