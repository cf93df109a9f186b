import type { Constraints } from '../job-input/index.ts';

/** Why the text breaks the constraints; undefined where it keeps them. A pattern that does not parse is another rule's. */
export function constraintProblem(text: string, constraints: Constraints | undefined): string | undefined {
  const { minLength, maxLength, pattern } = constraints ?? {};
  if (minLength !== undefined && text.length < minLength) return `is shorter than minLength ${minLength}`;
  if (maxLength !== undefined && text.length > maxLength) return `is longer than maxLength ${maxLength}`;
  const source = typeof pattern === 'string' ? pattern : pattern?.value;
  return source === undefined || matches(source, text) ? undefined : `does not match the pattern ${source}`;
}

function matches(source: string, text: string): boolean {
  try {
    return new RegExp(source).test(text);
  } catch {
    return true;
  }
}
