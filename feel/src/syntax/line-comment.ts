/** A string, a name in backticks or a comment, whichever comes first. */
const PART = /"(?:[^"\\]|\\[\s\S])*"|`[^`]*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;

/**
 * Whether a comment without an end is the last of an expression. The engine joins the mappings of a task to one text:
 * there the comment hides what follows, and the engine refuses the diagram.
 */
export function endsInLineComment(text: string): boolean {
  const last = [...text.matchAll(PART)].at(-1);
  return last?.[0].startsWith('//') === true && last.index + last[0].length === text.length;
}
