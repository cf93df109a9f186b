import type { Json, JsonObject } from '@eventbridge-kit/issue';
import { isDeepStrictEqual } from 'node:util';
import { explained } from '@eventbridge-kit/testkit/feel/engine-answers';
import type { FeelLibrary, LibraryAnswer } from '../library/library.ts';
import type { Expression } from './generate/expression.ts';
import type { EvaluateOurs, OursAnswer } from './ours.ts';

/** One expression and both answers. */
export interface Compared {
  readonly expression: Expression;
  readonly library: LibraryAnswer;
  readonly ours: OursAnswer;
}

export type ComparedAs = 'agree' | 'differ' | 'unknown';

/** Expressions that the library gets at a time. */
const LOT = 500;

/** Evaluates expressions on both sides. */
export async function compareAll(
  expressions: readonly Expression[],
  library: FeelLibrary,
  evaluateOurs: EvaluateOurs,
  variables: JsonObject,
): Promise<Compared[]> {
  const compared: Compared[] = [];
  for (let from = 0; from < expressions.length; from += LOT) {
    const lot = expressions.slice(from, from + LOT);
    const answers = library.evaluate(lot.map(({ text }) => text));
    const ours = lot.map(({ text }) => evaluateOurs(text, variables));
    for (const [index, answer] of (await answers).entries()) {
      const [expression, own] = [lot[index], ours[index]];
      if (expression !== undefined && own !== undefined) compared.push({ expression, library: answer, ours: own });
    }
  }
  return compared;
}

/** Ours may say that it cannot tell; where the library refuses or fails, or notes why it gives null, ours must do the same. */
export function comparedAs({ library, ours }: Pick<Compared, 'library' | 'ours'>): ComparedAs {
  if (ours.kind === 'unknown') return 'unknown';
  if (library.kind !== 'value' || ours.kind !== 'value') return ours.kind === library.kind ? 'agree' : 'differ';
  const why = isDeepStrictEqual(explained(ours.warnings), explained(library.warnings ?? []));
  return why && isDeepStrictEqual(asJson(ours.value), asJson(library.value)) ? 'agree' : 'differ';
}

/** As its text says: a number has no sign of zero. */
function asJson(value: Json): unknown {
  return JSON.parse(JSON.stringify(value));
}

/**
 * The smallest parts that differ too, for expressions that differ: what is wrong in a long expression is mostly wrong
 * in a short one within it.
 */
export async function smallest(
  differences: readonly Compared[],
  compare: (expressions: readonly Expression[]) => Promise<Compared[]>,
): Promise<Compared[]> {
  const found: Compared[] = [];
  let open = differences;
  while (open.length > 0) {
    const parts = open.flatMap(({ expression }) => expression.parts);
    const differing = new Map(
      (await compare(parts)).filter((one) => comparedAs(one) === 'differ').map((one) => [one.expression, one]),
    );
    const inner = open.map((one) => one.expression.parts.flatMap((part) => differing.get(part) ?? []).slice(0, 1));
    found.push(...open.filter((_, index) => inner[index]?.length === 0));
    open = inner.flat();
  }
  return found;
}
