/** One flag of the command line: how it is read, where its value goes, and what `--help` and the README say of it. */
export interface Flag<Config> {
  readonly name: string;
  /** What stands for its value in `--help`; absent for a switch. */
  readonly value?: string;
  readonly repeatable?: boolean;
  readonly doc: string;
  /** Default as a reader should see it. */
  readonly defaultText?: string;
  /** Returns the config with the value in it, or what is wrong with the value. */
  apply(config: Config, text: string): Config | Wrong;
}

/** A value that a flag does not take. */
export class Wrong {
  /** What to write instead, as a whole sentence. */
  readonly instead: string;

  constructor(instead: string) {
    this.instead = instead;
  }
}

/** Lines of `--help`, one flag each. */
export function describeFlags<Config>(flags: readonly Flag<Config>[]): string {
  const heads = flags.map((flag) => `  --${flag.name}${flag.value === undefined ? '' : ` <${flag.value}>`}`);
  const width = Math.max(...heads.map((head) => head.length)) + 2;
  return flags.map((flag, index) => `${(heads[index] ?? '').padEnd(width)}${describe(flag)}`).join('\n');
}

function describe<Config>({ doc, defaultText, repeatable }: Flag<Config>): string {
  const notes = [
    repeatable === true ? 'may be repeated' : '',
    defaultText === undefined ? '' : `default: ${defaultText}`,
  ].filter((note) => note !== '');
  return notes.length === 0 ? doc : `${doc} (${notes.join('; ')})`;
}
