import { commentAtEnd } from '../syntax/line-comment.ts';
import { childrenOf, type Node, type TextRange } from '../syntax/node.ts';
import { parse } from '../syntax/parse.ts';
import { problemOf, type SyntaxProblem } from '../syntax/problem.ts';
import { pathOf, type FeelPath } from './paths.ts';
import { isDefined, scopeIn, type Scope } from './scope.ts';

/** A call of a function by its name. */
export interface FeelCall extends TextRange {
  readonly name: string;
  /** Arguments in order; absent where they are named. */
  readonly args?: readonly Node[];
  readonly count: number;
}

export interface FeelText extends TextRange {
  readonly value: string;
}

/** What an expression holds. Of a broken one, what could be read of it. Offsets are those of the text. */
export interface Reading {
  /** The outermost node; absent for a broken or empty expression. */
  readonly root?: Node;
  readonly problem?: SyntaxProblem;
  /** `root`, or the parts of a broken expression that are values. */
  readonly roots: readonly Node[];
  readonly calls: readonly FeelCall[];
  readonly paths: readonly FeelPath[];
  readonly strings: readonly FeelText[];
  /** Indexes written `[0]`: FEEL counts from 1. */
  readonly zeroIndexes: readonly TextRange[];
  /** Conditions in brackets: they see the members of the items that they choose from. */
  readonly filters: readonly TextRange[];
  /** Names that the expression itself defines. */
  readonly locals: ReadonlySet<string>;
  /** A line comment that nothing follows, not even a line break. */
  readonly commentAtEnd?: TextRange;
}

/** Reads an expression, without a leading `=`; undefined where it is too long or too deep to be read. Never throws. */
export function read(text: string): Reading | undefined {
  const parsed = parse(text);
  if (parsed.status === 'excess') return undefined;
  const comment = commentAtEnd(text);
  const end = comment && { commentAtEnd: comment };
  if (parsed.status === 'ok') return { root: parsed.node, ...walk([parsed.node]), ...end };
  return { problem: problemOf(text, parsed.at), ...walk(parsed.fragments), ...end };
}

interface Found {
  readonly roots: readonly Node[];
  readonly calls: FeelCall[];
  readonly paths: FeelPath[];
  readonly strings: FeelText[];
  readonly zeroIndexes: TextRange[];
  readonly filters: TextRange[];
  readonly locals: Set<string>;
}

function walk(roots: readonly Node[]): Found {
  const found: Found = { roots, calls: [], paths: [], strings: [], zeroIndexes: [], filters: [], locals: new Set() };
  const inner = new Set<Node>();
  const open: { readonly node: Node; readonly scope?: Scope }[] = roots.map((node) => ({ node })).reverse();
  for (let next = open.pop(); next; next = open.pop()) {
    const { node } = next;
    visit(node, next.scope, inner, found);
    const scope = scopeIn(node, next.scope);
    const children = childrenOf(node).map((child) => ({ node: child, ...(scope && { scope }) }));
    open.push(...children.reverse());
  }
  return found;
}

/** @param inner parts of longer paths, which are no paths of their own */
function visit(node: Node, scope: Scope | undefined, inner: Set<Node>, found: Found): void {
  const path = inner.has(node) ? undefined : pathOf(node);
  if (path) found.paths.push({ ...path, isLocal: isDefined(String(path.segments[0]), path, scope) });
  switch (node.kind) {
    case 'path':
      inner.add(node.target);
      break;
    case 'filter':
      inner.add(node.list);
      found.filters.push(node.condition);
      if (node.condition.kind === 'number' && Number(node.condition.digits) === 0)
        found.zeroIndexes.push(node.condition);
      break;
    case 'member call':
      inner.add(node.target);
      break;
    case 'string':
      found.strings.push(node);
      break;
    case 'call': {
      const { name, from, nameTo: to, args } = node;
      const byPosition = args.by === 'position' && { args: args.values };
      found.calls.push({ name, from, to, count: args.values.length, ...byPosition });
      break;
    }
    case 'temporal': {
      const { from, constructor: name, text, quoted } = node;
      const args: Node[] = [{ kind: 'string', ...quoted, value: text }];
      if (name !== '@') found.calls.push({ name, from, to: from + name.length, count: 1, args });
      break;
    }
    case 'context':
      for (const { key } of node.entries) found.locals.add(key);
      break;
    case 'function':
      for (const parameter of node.parameters) found.locals.add(parameter);
      break;
    case 'for':
    case 'some':
    case 'every':
      for (const { name } of node.iterators) found.locals.add(name);
      break;
    default:
  }
}

/** The expressions of which one is the value: what stands behind `then` and `else`, however deep. */
export function leavesOf(root: Node): Node[] {
  const leaves: Node[] = [];
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.kind === 'if') open.push(node.otherwise, node.then);
    else leaves.push(node);
  }
  return leaves;
}
