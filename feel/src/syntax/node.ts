/** Offsets in UTF-16 units in the expression's text, `to` excluded. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

export type CompareOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type ArithmeticOperator = '+' | '-' | '*' | '/' | '**';

/** A boundary of a range: `[1` is closed, `(1` and `]1` are open. */
export interface Boundary {
  readonly value: Node;
  readonly closed: boolean;
}

export interface Entry extends TextRange {
  readonly key: string;
  readonly value: Node;
}

export interface Iterator {
  readonly name: string;
  readonly source: Node;
}

export interface NamedArgument {
  readonly name: string;
  readonly value: Node;
}

/** Arguments of a call, all by position or all by name. */
export type Arguments =
  | { readonly by: 'position'; readonly values: readonly Node[] }
  | { readonly by: 'name'; readonly values: readonly NamedArgument[] };

interface Kind<K extends string> extends TextRange {
  readonly kind: K;
}

export type NullNode = Kind<'null'>;
export type InputNode = Kind<'input'>;
export type BooleanNode = Kind<'boolean'> & { readonly value: boolean };
/** Digits as they are written: who only reads needs no decimals. */
export type NumberNode = Kind<'number'> & { readonly digits: string };
/** `value` is what the engine makes of the escapes. */
export type StringNode = Kind<'string'> & { readonly value: string };
/** `@"..."`, `date("...")` and the like: a value known when it is parsed. */
export type TemporalNode = Kind<'temporal'> & {
  readonly constructor: '@' | 'date' | 'time' | 'date and time' | 'duration';
  readonly text: string;
  /** The text with its quotes. */
  readonly quoted: TextRange;
};
export type ListNode = Kind<'list'> & { readonly items: readonly Node[] };
export type ContextNode = Kind<'context'> & { readonly entries: readonly Entry[] };
export type RangeNode = Kind<'range'> & { readonly start: Boundary; readonly end: Boundary };
/** A numeric range to loop over: `1..10`. */
export type StepsNode = Kind<'steps'> & { readonly start: Node; readonly end: Node };
/** A variable and the members behind it: `order.items`. */
export type NameNode = Kind<'name'> & { readonly names: readonly string[] };
export type PathNode = Kind<'path'> & { readonly target: Node; readonly name: string };
export type FilterNode = Kind<'filter'> & { readonly list: Node; readonly condition: Node };
/** `nameTo` is where the function's name ends. */
export type CallNode = Kind<'call'> & { readonly name: string; readonly nameTo: number; readonly args: Arguments };
/** `ns.f(1)`: a function that an entry of a context holds. */
export type MemberCallNode = Kind<'member call'> & {
  readonly target: NameNode;
  readonly name: string;
  readonly args: Arguments;
};
export type FunctionNode = Kind<'function'> & { readonly parameters: readonly string[]; readonly body: Node };
/** A function of the Java platform: the engine refuses it. */
export type ExternalNode = Kind<'external'>;
export type ArithmeticNode = Kind<'arithmetic'> & {
  readonly operator: ArithmeticOperator;
  readonly left: Node;
  readonly right: Node;
};
export type NegationNode = Kind<'negation'> & { readonly operand: Node };
export type ComparisonNode = Kind<'comparison'> & {
  readonly operator: CompareOperator;
  readonly left: Node;
  readonly right: Node;
};
export type BetweenNode = Kind<'between'> & { readonly value: Node; readonly low: Node; readonly high: Node };
export type InstanceOfNode = Kind<'instance of'> & { readonly value: Node; readonly type: string };
export type InNode = Kind<'in'> & { readonly value: Node; readonly test: Node };
export type LogicNode = Kind<'and' | 'or'> & { readonly left: Node; readonly right: Node };
export type IfNode = Kind<'if'> & { readonly condition: Node; readonly then: Node; readonly otherwise: Node };
export type ForNode = Kind<'for'> & { readonly iterators: readonly Iterator[]; readonly body: Node };
export type QuantifiedNode = Kind<'some' | 'every'> & {
  readonly iterators: readonly Iterator[];
  readonly condition: Node;
};
/** `< 5`, and `true` alone as a unary test: compares the input. */
export type InputTestNode = Kind<'input test'> & { readonly operator: CompareOperator; readonly operand: Node };
export type InputRangeNode = Kind<'input range'> & { readonly range: RangeNode };
/** An expression as a unary test: true, the input itself, or a list that holds it. */
export type UnaryTestNode = Kind<'unary test'> & { readonly test: Node };
export type AnyOfNode = Kind<'any of'> & { readonly tests: readonly Node[] };
export type NotNode = Kind<'not'> & { readonly test: Node };

/** A parsed expression. Brackets leave no node: `(a)` is `a`. */
export type Node =
  | NullNode
  | InputNode
  | BooleanNode
  | NumberNode
  | StringNode
  | TemporalNode
  | ListNode
  | ContextNode
  | RangeNode
  | StepsNode
  | NameNode
  | PathNode
  | FilterNode
  | CallNode
  | MemberCallNode
  | FunctionNode
  | ExternalNode
  | ArithmeticNode
  | NegationNode
  | ComparisonNode
  | BetweenNode
  | InstanceOfNode
  | InNode
  | LogicNode
  | IfNode
  | ForNode
  | QuantifiedNode
  | InputTestNode
  | InputRangeNode
  | UnaryTestNode
  | AnyOfNode
  | NotNode;

/** The nodes directly below a node, in the order of the text. */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'null':
    case 'input':
    case 'boolean':
    case 'number':
    case 'string':
    case 'temporal':
    case 'name':
    case 'external':
      return [];
    case 'list':
      return node.items;
    case 'context':
      return node.entries.map(({ value }) => value);
    case 'range':
      return [node.start.value, node.end.value];
    case 'steps':
      return [node.start, node.end];
    case 'path':
      return [node.target];
    case 'filter':
      return [node.list, node.condition];
    case 'call':
      return argumentNodes(node.args);
    case 'member call':
      return [node.target, ...argumentNodes(node.args)];
    case 'function':
      return [node.body];
    case 'arithmetic':
    case 'comparison':
    case 'and':
    case 'or':
      return [node.left, node.right];
    case 'negation':
    case 'input test':
      return [node.operand];
    case 'between':
      return [node.value, node.low, node.high];
    case 'instance of':
      return [node.value];
    case 'in':
      return [node.value, node.test];
    case 'if':
      return [node.condition, node.then, node.otherwise];
    case 'for':
      return [...node.iterators.map(({ source }) => source), node.body];
    case 'some':
    case 'every':
      return [...node.iterators.map(({ source }) => source), node.condition];
    case 'input range':
      return [node.range];
    case 'unary test':
    case 'not':
      return [node.test];
    case 'any of':
      return node.tests;
    default:
      return node satisfies never;
  }
}

function argumentNodes(args: Arguments): readonly Node[] {
  return args.by === 'position' ? args.values : args.values.map(({ value }) => value);
}
