import {
  read,
  type FeelCall,
  type FeelPath,
  type FeelText,
  type Reading,
  type SyntaxProblem,
  type TextRange,
} from 'camunda-feel';
import { LruMap } from '@eventbridge-kit/issue';

/** What an expression holds. Offsets are those of the field's text, the leading `=` included; `root` has its own. */
export interface Expression extends Omit<Reading, 'roots'> {
  /** The field's text from `=` on; without it where the field needs none. */
  readonly text: string;
  /** Characters of `text` before the expression: 1 for the `=`. */
  readonly offset: number;
  readonly problem?: SyntaxProblem;
  readonly calls: readonly FeelCall[];
  readonly paths: readonly FeelPath[];
  readonly strings: readonly FeelText[];
}

/** Texts that are kept read: enough for the tasks on a screen, little enough to forget. */
const MAX_CACHED = 500;

const expressions = new LruMap<string, Expression | undefined>(MAX_CACHED);

/** Reads the expression in a text; undefined where it is too large to be known. A leading `=` is left out. */
export function expressionOf(text: string): Expression | undefined {
  return expressions.getOrMake(text, () => readAnew(text));
}

function readAnew(text: string): Expression | undefined {
  const offset = text.startsWith('=') ? 1 : 0;
  const reading = read(text.slice(offset));
  if (reading === undefined) return undefined;
  const moved = <T extends TextRange>(range: T): T => ({ ...range, from: range.from + offset, to: range.to + offset });
  const { problem, commentAtEnd } = reading;
  return {
    ...reading,
    text,
    offset,
    ...(problem && { problem: moved(problem) }),
    calls: reading.calls.map(moved),
    paths: reading.paths.map(moved),
    strings: reading.strings.map(moved),
    zeroIndexes: reading.zeroIndexes.map(moved),
    filters: reading.filters.map(moved),
    ...(commentAtEnd && { commentAtEnd: moved(commentAtEnd) }),
  };
}

/** Keys of a context literal at the expression's root; undefined where it is something else. */
export function contextKeys({ root }: Expression): readonly string[] | undefined {
  return root?.kind === 'context' ? root.entries.map(({ key }) => key) : undefined;
}
