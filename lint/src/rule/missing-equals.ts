import { parseJson } from '@eventbridge-kit/issue';
import type { Node } from 'camunda-feel';
import { expressionOf } from '../feel/expression.ts';
import type { TaskField } from '../model/event-task.ts';
import { isFeel } from '../model/value.ts';
import { mayHoldSecret } from '../model/secrets.ts';

/** Expressions that nobody writes by accident where JSON is wanted. */
const MEANT: ReadonlySet<Node['kind']> = new Set([
  'context',
  'name',
  'path',
  'call',
  'for',
  'if',
  'temporal',
  'filter',
]);

/** True for a static text that is surely meant as FEEL, in a field where such a text has no other meaning. */
export function meansFeel({ text }: TaskField): boolean {
  if (isFeel(text) || mayHoldSecret(text) || parseJson(text) !== undefined) return false;
  const root = expressionOf(text)?.root;
  return root !== undefined && isMeant(root, text);
}

/** A single name counts where it is plain; with members it surely is meant. */
function isMeant(root: Node, text: string): boolean {
  if (root.kind === 'name' && root.names.length === 1) return isSingleName(text);
  // The engine takes a quote of JSON written wrong for a part of the key.
  if (root.kind === 'context' && root.entries.some(({ key }) => key.startsWith("'"))) return false;
  return MEANT.has(root.kind);
}

/** The same for a list: a single word may be meant as its one member. */
export function meansFeelList(field: TaskField): boolean {
  return meansFeel(field) && !isSingleName(field.text);
}

/** True for a call such as `now()` in the field for the time: no time is written with brackets. */
export function meansTime({ text }: TaskField): boolean {
  if (isFeel(text)) return false;
  const root = expressionOf(text)?.root;
  return root?.kind === 'call' || root?.kind === 'temporal';
}

function isSingleName(text: string): boolean {
  return /^[A-Za-z_]\w*$/.test(text.trim());
}
