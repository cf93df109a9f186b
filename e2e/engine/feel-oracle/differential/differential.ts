import { startFeelLibrary } from '../library/library.ts';
import { compareAll, comparedAs, smallest } from './compare.ts';
import type { Expression } from './generate/expression.ts';
import { generateExpressions } from './generate/generate.ts';
import { VARIABLES } from './generate/variables.ts';
import { evaluateOurs, NOW, ZONE } from './ours.ts';
import { REASONS } from './reasons.ts';
import { report, type Report } from './report.ts';

/** Compares our evaluation with Camunda's library on generated expressions. */
export function runDifferential(count: number, seed: number): Promise<Report> {
  return compareExpressions(generateExpressions(count, seed));
}

/** Compares our evaluation with Camunda's library on these expressions. */
export async function compareExpressions(expressions: readonly Expression[]): Promise<Report> {
  const library = await startFeelLibrary({ variables: VARIABLES, now: NOW, zone: ZONE });
  try {
    const compare = (some: readonly Expression[]) => compareAll(some, library, evaluateOurs, VARIABLES);
    const all = await compare(expressions);
    const differing = all.filter((one) => comparedAs(one) === 'differ');
    return report(all, await smallest(differing, compare), REASONS);
  } finally {
    await library.close();
  }
}
