import { nearest, thrownText } from '@eventbridge-kit/issue';

/** The code of the error that Node's `parseArgs` throws for a flag that it was not told of. */
// https://nodejs.org/api/errors.html#err_parse_args_unknown_option
const UNKNOWN_FLAG = 'ERR_PARSE_ARGS_UNKNOWN_OPTION';

/** Shortest beginning of a flag that is taken for the flag. */
const MIN_BEGINNING_CHARS = 3;

/**
 * What to tell a person whose arguments Node's `parseArgs` refused. An unknown flag is named with the one it was most
 * likely meant to be.
 *
 * @param flags names of all flags, without dashes
 */
export function refusedArguments(error: unknown, args: readonly string[], flags: readonly string[]): string {
  const unknown = codeOf(error) === UNKNOWN_FLAG ? unknownFlag(args, flags) : undefined;
  if (unknown !== undefined) {
    const meant = meantFlag(unknown.replace(/^-+/, ''), flags);
    return `There is no flag ${unknown}.${meant === undefined ? '' : ` Did you mean --${meant}?`}`;
  }
  // Node's own message names the argument; of its advice only the first sentence fits here.
  const [message = ''] = thrownText(error).split('. ');
  return `${message.replace(/\.$/, '')}.`;
}

/** The flag that a name was most likely meant to be: by a slip, or by its beginning alone. */
export function meantFlag(name: string, flags: readonly string[]): string | undefined {
  const near = nearest(name, flags);
  if (near !== undefined || name.length < MIN_BEGINNING_CHARS) return near;
  const [first, ...others] = flags.filter((flag) => flag.startsWith(name));
  return others.length === 0 ? first : undefined;
}

/** As it was written, without its value. A word with one dash counts when it is near a flag; else it is short flags. */
function unknownFlag(args: readonly string[], flags: readonly string[]): string | undefined {
  const end = args.indexOf('--');
  const written = args.slice(0, end === -1 ? undefined : end).map((arg) => arg.split('=', 1)[0] ?? '');
  return (
    written.find((arg) => arg.startsWith('--') && !flags.includes(arg.slice(2))) ??
    written.find((arg) => /^-[^-]./.test(arg) && meantFlag(arg.slice(1), flags) !== undefined)
  );
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
