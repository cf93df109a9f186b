import { parse } from '../syntax/parse.ts';
import { problemOf } from '../syntax/problem.ts';
import type { FeelRefused } from '../evaluate.ts';

export interface StaticText {
  readonly status: 'ok';
  readonly value: string;
}

/**
 * What the engine makes of an input mapping's text without `=`: it puts a backslash before each quote, quotes around the
 * whole, and reads that as FEEL. So `\n` becomes a line break, and a text with `\"` in it is no FEEL at all: the engine
 * refuses the diagram.
 */
export function evaluateStaticText(text: string): StaticText | FeelRefused {
  const written = `"${text.replaceAll('"', '\\"')}"`;
  const parsed = parse(written);
  // What stands behind the string could be a comment, which would hide the mappings that follow.
  if (parsed.status === 'ok' && parsed.node.kind === 'string' && parsed.node.to === written.length)
    return { status: 'ok', value: parsed.node.value };
  const problem = problemOf(text, Math.max(0, text.search(/\\"|\\$/)));
  const message =
    'The engine cannot read this text: a backslash before a quote, or at the end, ends it too early. ' +
    'Write it as FEEL, with a leading "=".';
  return { status: 'refused', problem: { ...problem, message }, message };
}
