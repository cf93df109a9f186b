import { parser, trackVariables } from '@bpmn-io/lezer-feel';
import type { Tree } from '@lezer/common';
import { isWithinBudget } from './budget.ts';

/** The one builtin whose name holds a keyword: the parser must know it. */
const NAMES_WITH_KEYWORDS = { 'get or else': true };

const feel = parser.configure({
  top: 'Expression',
  dialect: 'camunda',
  contextTracker: trackVariables(NAMES_WITH_KEYWORDS),
});

/** Texts whose trees are kept: enough for the tasks on a screen, little enough to forget. */
const MAX_CACHED = 500;

const cache = new Map<string, Tree | undefined>();

/** The tree of an expression without its leading `=`; undefined for one that is too large to read. Never throws. */
export function parseFeel(text: string): Tree | undefined {
  if (cache.has(text)) {
    const tree = cache.get(text);
    cache.delete(text);
    cache.set(text, tree);
    return tree;
  }
  const tree = parse(text);
  cache.set(text, tree);
  const [oldest] = cache.keys();
  if (cache.size > MAX_CACHED && oldest !== undefined) cache.delete(oldest);
  return tree;
}

function parse(text: string): Tree | undefined {
  if (!isWithinBudget(text)) return undefined;
  try {
    return feel.parse(text);
  } catch {
    // The parser's own bookkeeping gives up on some broken texts: nothing is known of them.
    return undefined;
  }
}
