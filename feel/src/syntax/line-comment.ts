import type { TextRange } from './node.ts';

/** A string, a name in backticks or a comment, whichever comes first. */
const PART = /"(?:[^"\\]|\\[\s\S])*"|`[^`]*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;

/**
 * A line comment that nothing follows, not even a line break. The engine joins the mappings of a task to one text: there
 * the comment hides what follows, and the engine refuses the diagram.
 */
export function commentAtEnd(text: string): TextRange | undefined {
  if (!text.includes('//')) return undefined;
  let last: TextRange | undefined;
  for (const { 0: part, index: from } of text.matchAll(PART)) {
    last = part.startsWith('//') ? { from, to: from + part.length } : undefined;
  }
  return last?.to === text.length ? last : undefined;
}
