import type { SyntaxNode, Tree } from '@lezer/common';
import { isDefinedAround } from './local-names.ts';
import { keyOf, nameText, operandsOf, stringValue } from './nodes.ts';
import { parseFeel } from './parse.ts';
import { syntaxProblem, type SyntaxProblem } from './syntax-problem.ts';

/** Offsets in the field's text, the leading `=` included; `to` excluded. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** A call of a function by its name. */
export interface Call extends TextRange {
  readonly name: string;
  /** Arguments in order; absent where they are named. */
  readonly args?: readonly SyntaxNode[];
  readonly count: number;
}

/** A variable, with the members and constant indexes that follow: `response.entries[1].eventId`. */
export interface Path extends TextRange {
  /** A filter that is no constant index ends the path. */
  readonly segments: readonly (string | number)[];
  /** True where the expression itself may define the variable: a context's key, a loop, a parameter, a filter's item. */
  readonly isLocal: boolean;
}

export interface Text extends TextRange {
  readonly value: string;
}

/** What an expression holds, found in one walk of its tree. Broken expressions have what could be read of them. */
export interface Expression {
  /** The field's text from `=` on; without it where the field needs none. */
  readonly text: string;
  /** Characters of `text` before the expression: 1 for the `=`. */
  readonly offset: number;
  /** The outermost node; absent for a broken or empty expression. */
  readonly root?: SyntaxNode;
  readonly problem?: SyntaxProblem;
  readonly calls: readonly Call[];
  readonly paths: readonly Path[];
  readonly strings: readonly Text[];
  /** Indexes written `[0]`: FEEL counts from 1. */
  readonly zeroIndexes: readonly TextRange[];
  /** Conditions in brackets: they see the members of the items that they choose from. */
  readonly filters: readonly TextRange[];
  /** Names that the expression itself defines. */
  readonly locals: ReadonlySet<string>;
  /** A line comment that nothing follows, not even a line break. */
  readonly commentAtEnd?: TextRange;
}

const expressions = new WeakMap<Tree, Map<number, Expression>>();

/** Reads the expression in a text; undefined where it is too large to be known. A leading `=` is left out. */
export function expressionOf(text: string): Expression | undefined {
  const offset = text.startsWith('=') ? 1 : 0;
  const source = text.slice(offset);
  const tree = parseFeel(source);
  if (tree === undefined) return undefined;
  const byOffset = expressions.get(tree) ?? new Map<number, Expression>();
  expressions.set(tree, byOffset);
  const known = byOffset.get(offset);
  if (known) return known;
  const expression = walk(tree, text, offset, source);
  byOffset.set(offset, expression);
  return expression;
}

function walk(tree: Tree, text: string, offset: number, source: string): Expression {
  const calls: Call[] = [];
  const paths: Path[] = [];
  const strings: Text[] = [];
  const zeroIndexes: TextRange[] = [];
  const filters: TextRange[] = [];
  const locals = new Set<string>();
  let commentAtEnd: TextRange | undefined;
  const range = ({ from, to }: TextRange): TextRange => ({ from: from + offset, to: to + offset });
  const addCall = (node: SyntaxNode): void => {
    const call = callOf(node, source);
    if (call) calls.push({ ...call, ...range(call) });
  };
  const addPath = (node: SyntaxNode): void => {
    const segments = isInnerPart(node) ? undefined : segmentsOf(node, source);
    if (segments) paths.push({ segments, isLocal: isDefinedAround(node, String(segments[0]), source), ...range(node) });
  };
  const visitors: Readonly<Record<string, (node: SyntaxNode) => void>> = {
    FunctionInvocation: addCall,
    DateTimeLiteral: addCall,
    PathExpression: addPath,
    VariableName: addPath,
    LineComment(node) {
      if (node.to === source.length) commentAtEnd = range(node);
    },
    Name: (node) => void locals.add(nameText(node, source)),
    StringLiteral: (node) => void strings.push({ value: stringValue(node, source), ...range(node) }),
    FilterExpression(node) {
      const index = indexNode(node);
      if (index && indexOf(node, source) === 0) zeroIndexes.push(range(index));
      const [, condition] = operandsOf(node);
      if (condition) filters.push(range(condition));
      addPath(node);
    },
  };
  let error: SyntaxNode | undefined;
  tree.iterate({
    enter(ref) {
      if (ref.type.isError) error ??= ref.node;
      else if (Object.hasOwn(visitors, ref.name)) visitors[ref.name]?.(ref.node);
    },
  });
  const problem = error && syntaxProblem(error, source, offset);
  const [root] = error ? [] : operandsOf(tree.topNode);
  return {
    text,
    offset,
    ...(root && { root }),
    ...(problem && { problem }),
    calls,
    paths,
    strings,
    zeroIndexes,
    filters,
    locals,
    ...(commentAtEnd && { commentAtEnd }),
  };
}

const NAMES_A_FUNCTION = new Set(['FunctionInvocation', 'QualifiedName']);

/** True for the start of a longer path, and for the name of a called function or a type. */
function isInnerPart(node: SyntaxNode): boolean {
  const { parent } = node;
  if (parent === null || parent.firstChild?.from !== node.from || parent.firstChild.to !== node.to) return false;
  if (parent.name === 'PathExpression' || parent.name === 'FilterExpression') return true;
  return NAMES_A_FUNCTION.has(parent.name);
}

/** Segments of a path that starts at a variable. A filter whose index is unknown leaves no sure way on. */
function segmentsOf(node: SyntaxNode, source: string): (string | number)[] | undefined {
  const segments: (string | number)[] = [];
  for (let at: SyntaxNode | null = node; at; at = at.firstChild) {
    if (at.name === 'VariableName') return [nameText(at, source), ...segments.reverse()];
    if (at.name === 'PathExpression') {
      const name = at.getChild('PathName');
      if (name) segments.push(nameText(name, source));
      else return undefined;
    } else if (at.name === 'FilterExpression') {
      const index = indexOf(at, source);
      if (index === undefined) segments.length = 0;
      else segments.push(index);
    } else return undefined;
  }
  return undefined;
}

function indexNode(filter: SyntaxNode): SyntaxNode | undefined {
  const [, index] = operandsOf(filter);
  return index?.name === 'NumericLiteral' ? index : undefined;
}

function indexOf(filter: SyntaxNode, source: string): number | undefined {
  const node = indexNode(filter);
  return node === undefined ? undefined : Number(source.slice(node.from, node.to));
}

function callOf(node: SyntaxNode, source: string): Call | undefined {
  const name = node.getChild('VariableName') ?? node.getChild('DateTimeConstructor');
  // A function that a path or another call gives has no name to look up.
  if (!name || name.from !== node.firstChild?.from) return undefined;
  const named = node.getChild('NamedParameters');
  const positional = node.getChild('PositionalParameters');
  const args = positional ? operandsOf(positional) : [];
  return {
    name: nameText(name, source),
    from: name.from,
    to: name.to,
    count: named ? named.getChildren('NamedParameter').length : args.length,
    ...(!named && { args }),
  };
}

/** Keys of a context literal at the expression's root; undefined where it is something else. */
export function contextKeys(expression: Expression): readonly string[] | undefined {
  const { root, text, offset } = expression;
  if (root?.name !== 'Context') return undefined;
  return root.getChildren('ContextEntry').flatMap((entry) => keyOf(entry, text.slice(offset)) ?? []);
}
