import { parseExpression } from '@bpmn-io/feelin';
import { refuseForeign } from './refuse.ts';
import { unescapeFeelString } from './strings.ts';
import { childrenOf, type SyntaxNode } from './syntax.ts';

/** Prefix of our functions in the text that the library gets: no name of a variable can hide them. */
export const PREFIX = 'fn ';

/** An expression as the library gets it. */
export interface Rewritten {
  readonly text: string;
  /** Place in the original of a place in the text. */
  original(at: number): number;
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

interface Source {
  readonly text: string;
  readonly functions: ReadonlySet<string>;
  /** Names that the expression itself defines: they go before functions. */
  readonly defined: ReadonlySet<string>;
}

type Rewrite = (node: SyntaxNode, source: Source) => readonly Edit[];

/**
 * What is said in another way, by the name of the syntax node: calls of our functions get their prefix, loops and
 * filters count their work, comparisons and conditions follow the engine's types. Everything else stays as it is.
 */
const REWRITES: Readonly<Record<string, Rewrite>> = {
  FunctionInvocation: (node, { text, functions, defined }) => {
    const target = node.firstChild;
    const name = text.slice(target?.from, target?.to);
    return functions.has(name) && !defined.has(name) ? [insert(node.from, PREFIX)] : [];
  },
  DateTimeConstructor: (node) => [insert(node.from, PREFIX)],
  AtLiteral: (node) => [{ from: node.from, to: node.from + 1, text: `${PREFIX}at(` }, insert(node.to, ')')],
  StringLiteral: (node, { text }) => {
    const content = text.slice(node.from + 1, node.to - 1);
    if (!content.includes('\\') || node.parent?.name === 'Key') return [];
    return [{ from: node.from + 1, to: node.to - 1, text: unescapeFeelString(content).replace(/[\\"]/g, '\\$&') }];
  },
  IterationContext: (node) => {
    const [start, end] = childrenOf(node);
    const comma = start === undefined || end === undefined ? [] : [{ from: start.to, to: end.from, text: ', ' }];
    return [...wrap(node, 'each'), ...comma];
  },
  FunctionBody: (node) => wrap(node, 'counted'),
  FilterExpression: (node, { text }) => {
    const [target, , condition] = childrenOf(node);
    if (target === undefined || condition === undefined) return [];
    const isPosition = condition.name === 'NumericLiteral';
    return [...wrap(target, isPosition ? 'each' : 'elements'), ...rewriteCondition(condition, text)];
  },
  IfExpression: (node) => wrap(childrenOf(node)[1], 'holds'),
  QuantifiedExpression: (node) => wrap(childrenOf(node)[3], 'decides'),
  Comparison: rewriteComparison,
  ArithmeticExpression: (node, { text }) => {
    const [left, operator, right] = childrenOf(node);
    const sign = text.slice(operator?.from, operator?.to);
    return left === undefined || right === undefined ? [] : asCall('calculate', left, sign, right);
  },
  InstanceOfExpression: (node, { text }) => {
    const [value, ...rest] = childrenOf(node);
    const type = rest.at(-1);
    if (value === undefined || type === undefined) return [];
    const name = text.slice(type.from, type.to).replace(/\s+/g, ' ');
    return [insert(node.from, `${PREFIX}is a(`), { from: value.to, to: node.to, text: `, ${JSON.stringify(name)})` }];
  },
};

/** Functions that give a boolean: as the condition of a filter they are no position. */
const TEST_CALL =
  /^(?:contains|starts with|ends with|matches|not|list contains|is defined|is empty|is blank|all|any|even|odd|before|after|includes|during)\s*\(/;

/** The library takes a condition for a test only where it stands in a logical expression. */
function rewriteCondition(condition: SyntaxNode, text: string): readonly Edit[] {
  const { name, from, to } = condition;
  if (/^(?:InstanceOfExpression|Comparison)$/.test(name) || TEST_CALL.test(text.slice(from, to))) {
    return [insert(from, 'true and ('), insert(to, ')')];
  }
  return /^(?:VariableName|PathExpression|FunctionInvocation|FilterExpression|IfExpression|NumericLiteral|null)$/.test(
    name,
  )
    ? wrap(condition, 'position')
    : [];
}

/** `a op b` as a call with the operator's sign between the operands. */
function asCall(name: string, left: SyntaxNode, sign: string, right: SyntaxNode): Edit[] {
  return [
    insert(left.from, `${PREFIX}${name}(`),
    { from: left.to, to: right.from, text: `, "${sign}", ` },
    insert(right.to, ')'),
  ];
}

function rewriteComparison(node: SyntaxNode, { text }: Source): readonly Edit[] {
  const [left, operator, right, , high] = childrenOf(node);
  if (left === undefined || operator === undefined || right === undefined) return [];
  const sign = text.slice(operator.from, operator.to);
  if (operator.name === 'CompareOp') return asCall('compare', left, sign, right);
  if (sign === 'between' && high !== undefined) {
    return [
      ...asCall('between', left, sign, right).slice(0, 2),
      { from: right.to, to: high.from, text: ', ' },
      insert(high.to, ')'),
    ];
  }
  const tests = testsOf(node);
  const [first, last] = [tests[0] ?? right, tests.at(-1) ?? right];
  return [
    insert(left.from, `${PREFIX}in(`),
    { from: left.to, to: first.from, text: ', ' },
    ...tests.flatMap((test) => rewriteTest(test, text)),
    { from: last.to, to: node.to, text: ')' },
  ];
}

/** `< 5` as a call that gives a test. */
function rewriteTest(test: SyntaxNode, text: string): Edit[] {
  const [operator, operand] = childrenOf(test);
  if (operator?.name !== 'CompareOp' || operand === undefined) return [];
  const sign = text.slice(operator.from, operator.to);
  return [{ from: test.from, to: operand.from, text: `${PREFIX}test("${sign}", ` }, insert(operand.to, ')')];
}

/** The tests after `in`. */
function testsOf(comparison: SyntaxNode): SyntaxNode[] {
  return childrenOf(comparison)
    .flatMap((child) => (child.name === 'PositiveUnaryTests' ? childrenOf(child) : [child]))
    .filter(({ name }) => name === 'PositiveUnaryTest')
    .flatMap(childrenOf);
}

/** Rewrites an expression that the library can parse; one that it cannot stays as it is, and fails there. */
export function rewriteExpression(
  text: string,
  names: Readonly<Record<string, unknown>>,
  functions: ReadonlySet<string>,
): Rewritten {
  const nodes: SyntaxNode[] = [];
  const defined = new Set<string>();
  parseExpression(text, names, 'camunda').iterate({
    enter: ({ node, name, from, to }) => {
      nodes.push(node);
      if (name === 'Key' || /^(?:FormalParameter|InExpression)$/.test(node.parent?.name ?? '')) {
        defined.add(text.slice(from, to));
      }
    },
  });
  if (nodes.some(({ type }) => type.isError)) return { text, original: (at) => at };
  for (const node of nodes) refuseForeign(node, text);
  return applyEdits(
    text,
    nodes.flatMap((node) => REWRITES[node.name]?.(node, { text, functions, defined }) ?? []),
  );
}

/** The edits nest: at one place, what closes an inner node comes before what closes or opens an outer one. */
function applyEdits(text: string, edits: readonly Edit[]): Rewritten {
  const closes = ({ text: inserted }: Edit): boolean => inserted.startsWith(')');
  const sorted = edits.map((edit, index) => ({ edit, index }));
  sorted.sort((a, b) => {
    const kinds = Number(closes(b.edit)) - Number(closes(a.edit));
    return a.edit.from - b.edit.from || kinds || (closes(a.edit) ? b.index - a.index : a.index - b.index);
  });
  const shifts: { readonly at: number; readonly by: number }[] = [];
  let result = '';
  let end = 0;
  for (const { edit } of sorted) {
    result += text.slice(end, edit.from) + edit.text;
    end = Math.max(end, edit.to);
    shifts.push({ at: result.length, by: result.length - end });
  }
  const original = (at: number): number => Math.max(0, at - (shifts.findLast((shift) => shift.at <= at)?.by ?? 0));
  return { text: result + text.slice(end), original };
}

function wrap(node: SyntaxNode | undefined, name: string): Edit[] {
  return node === undefined ? [] : [insert(node.from, `${PREFIX}${name}(`), insert(node.to, ')')];
}

function insert(at: number, text: string): Edit {
  return { from: at, to: at, text };
}
