import { startFeelLibrary } from '../library/library.ts';
import { compareAll, comparedAs, smallest } from './compare.ts';
import { generateExpressions } from './generate/generate.ts';
import { VARIABLES } from './generate/variables.ts';
import { evaluateOurs, NOW, ZONE } from './ours.ts';
import { REASONS } from './reasons.ts';
import { report, type Report } from './report.ts';

/** Compares our evaluation with Camunda's library on generated expressions. */
export async function runDifferential(count: number, seed: number): Promise<Report> {
  const expressions = generateExpressions(count, seed);
  const library = await startFeelLibrary({ variables: VARIABLES, now: NOW, zone: ZONE });
  try {
    const compare = (some: typeof expressions) => compareAll(some, library, evaluateOurs, VARIABLES);
    const all = await compare(expressions);
    const differing = all.filter((one) => comparedAs(one) === 'differ');
    const differences = await smallest(differing, (some) => compare([...some]));
    return report(all, differences, REASONS);
  } finally {
    await library.close();
  }
}
