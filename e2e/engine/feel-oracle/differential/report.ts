import type { Json } from '@eventbridge-kit/issue';
import { explained } from '@eventbridge-kit/testkit/feel/engine-answers';
import { comparedAs, type Compared } from './compare.ts';
import type { Reason } from './reasons.ts';

/** Most of the expressions that may be unknown to ours. */
export const MAX_UNKNOWN_SHARE = 0.05;

/** Groups and examples shown. */
const MAX_GROUPS = 60;
const MAX_EXAMPLES = 3;
const MAX_WIDTH = 160;

export interface Report {
  readonly lines: readonly string[];
  /** No difference without a reason, and not too much unknown. */
  readonly holds: boolean;
}

/** Says how all compared expressions came out; `differences` are the smallest parts that differ. */
export function report(all: readonly Compared[], differences: readonly Compared[], reasons: readonly Reason[]): Report {
  const count = (wanted: string): number => all.filter((one) => comparedAs(one) === wanted).length;
  const unexplained = differences.filter((one) => !reasons.some(({ covers }) => covers(one)));
  const unknown = all.filter((one) => comparedAs(one) === 'unknown');
  const lines = [
    ...reasons.flatMap(({ title, why, covers }) => {
      const covered = differences.filter(covers);
      return covered.length === 0 ? [] : [`${times(covered.length)} ${title}: ${why}`, ...examples(covered)];
    }),
    ...section('Unknown, by what ours says', groups(unknown, unknownKey)),
    ...section('Differences without a reason', groups(unexplained, differenceKey)),
    `${String(all.length)} expressions: ${String(count('agree'))} agree, ${String(count('differ'))} differ ` +
      `(${String(unexplained.length)} without a reason), ${String(unknown.length)} unknown (${percent(unknown.length / all.length)}).`,
  ];
  return { lines, holds: unexplained.length === 0 && unknown.length <= all.length * MAX_UNKNOWN_SHARE };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}

function times(count: number): string {
  return `${String(count)} x`;
}

function unknownKey({ ours }: Compared): string {
  return ours.kind === 'unknown' ? ours.message.replace(/'[^']*'|"[^"]*"|\d+/g, '..') : '';
}

function differenceKey({ expression, library, ours }: Compared): string {
  return `${expression.label}: ${shape(library)} -> ${shape(ours)}`;
}

function shape(answer: Compared['library'] | Compared['ours']): string {
  if (answer.kind !== 'value') return answer.kind;
  const { value } = answer;
  return value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;
}

function groups(all: readonly Compared[], key: (one: Compared) => string): Map<string, Compared[]> {
  const made = new Map<string, Compared[]>();
  for (const one of all) made.set(key(one), [...(made.get(key(one)) ?? []), one]);
  return new Map([...made].sort(([, a], [, b]) => b.length - a.length));
}

function section(title: string, made: ReadonlyMap<string, readonly Compared[]>): string[] {
  if (made.size === 0) return [];
  const shown = [...made].slice(0, MAX_GROUPS);
  const rest = made.size - shown.length;
  return [
    `${title}:`,
    ...shown.flatMap(([key, members]) => [`${times(members.length)} ${key}`, ...examples(members)]),
    ...(rest > 0 ? [`... and ${String(rest)} more groups`] : []),
    '',
  ];
}

/** The shortest, each with what both sides make of it. */
function examples(members: readonly Compared[]): string[] {
  const sorted = members.toSorted((a, b) => a.expression.text.length - b.expression.text.length);
  const different = sorted.filter((one, index) => one.expression.text !== sorted[index - 1]?.expression.text);
  return different.slice(0, MAX_EXAMPLES).map(({ expression, library, ours }) => {
    const text = `    ${cut(JSON.stringify(expression.text).slice(1, -1).replaceAll('\\"', '"'))}`;
    return `${text}\n        library ${answerText(library)}\n        ours    ${answerText(ours)}`;
  });
}

function cut(text: string): string {
  return text.length > MAX_WIDTH ? `${text.slice(0, MAX_WIDTH)}...` : text;
}

function answerText(answer: Compared['library'] | Compared['ours']): string {
  if (answer.kind !== 'value') return cut(`${answer.kind}: ${answer.message ?? ''}`);
  const why = explained(answer.warnings ?? []);
  return cut(`${json(answer.value)}${why.length > 0 ? ` (${why.join(', ')})` : ''}`);
}

function json(value: Json): string {
  return JSON.stringify(value);
}
