import { childrenOf, type Node } from '../syntax/node.ts';

/** A variable that an expression reads, with what its use tells of the shape. */
export interface ReadVariable {
  readonly name: string;
  /** Absent where the use does not tell. */
  readonly type?: 'context' | 'list' | 'number' | 'boolean';
  /** Members that are read: of the context, or of each element of the list. */
  readonly entries: readonly ReadVariable[];
}

type VariableType = NonNullable<ReadVariable['type']>;

interface Shape {
  type?: VariableType;
  readonly entries: Map<string, Shape>;
}

/** A name that the expression defines hides a variable: its shape is not asked for, or is that of an element. */
type Locals = ReadonlyMap<string, Shape>;

/** The variables that some expressions read, in the order of their first use. A name that they define is none. */
export function variablesOf(roots: readonly Node[]): readonly ReadVariable[] {
  const variables: Shape = { entries: new Map() };
  for (const root of roots) visit(root, undefined, new Map(), variables);
  return listed(variables);
}

function listed({ entries }: Shape): readonly ReadVariable[] {
  return [...entries].map(([name, shape]) => ({
    name,
    ...(shape.type !== undefined && { type: shape.type }),
    entries: listed(shape),
  }));
}

function memberOf(shape: Shape, name: string): Shape {
  const known = shape.entries.get(name);
  if (known) return known;
  const member: Shape = { entries: new Map() };
  shape.entries.set(name, member);
  return member;
}

function tell(shape: Shape | undefined, type: VariableType | undefined): void {
  // A list of contexts stays a list: its members are those of its elements.
  if (shape && type !== undefined && (shape.type === undefined || type === 'list')) shape.type = type;
}

/** Notes what a node reads; gives the shape that it stands for, where it is a variable or a part of one. */
function visit(node: Node, type: VariableType | undefined, locals: Locals, variables: Shape): Shape | undefined {
  const inner = (child: Node, expected?: VariableType, names = locals): Shape | undefined =>
    visit(child, expected, names, variables);
  const shape = ((): Shape | undefined => {
    switch (node.kind) {
      case 'name': {
        const [name = '', ...members] = node.names;
        const first = locals.get(name) ?? memberOf(variables, name);
        return members.reduce(intoMember, first);
      }
      case 'path': {
        const target = inner(node.target);
        return target && intoMember(target, node.name);
      }
      case 'filter': {
        const list = inner(node.list, 'list');
        inCondition(node.condition, list ?? { entries: new Map() }, locals, variables);
        return list;
      }
      case 'context': {
        const names = new Map(locals);
        for (const entry of node.entries) {
          const value = inner(entry.value, undefined, names);
          names.set(entry.key, value ?? { entries: new Map() });
        }
        return undefined;
      }
      case 'for':
      case 'some':
      case 'every': {
        const names = new Map(locals).set('partial', { entries: new Map() });
        for (const { name, source } of node.iterators) {
          names.set(name, inner(source, source.kind === 'steps' ? undefined : 'list') ?? { entries: new Map() });
        }
        if (node.kind === 'for') inner(node.body, undefined, names);
        else inner(node.condition, 'boolean', names);
        return undefined;
      }
      case 'function':
        inner(node.body, undefined, new Map([...locals, ...node.parameters.map(own)]));
        return undefined;
      default: {
        const expected = operandType(node);
        childrenOf(node).forEach((child, index) => inner(child, index === 0 || !isIf(node) ? expected : undefined));
        return undefined;
      }
    }
  })();
  tell(shape, type);
  return shape;
}

function own(name: string): [string, Shape] {
  return [name, { entries: new Map() }];
}

function intoMember(shape: Shape, name: string): Shape {
  tell(shape, 'context');
  return memberOf(shape, name);
}

function isIf({ kind }: Node): boolean {
  return kind === 'if';
}

/** The type that an operation asks of its operands. */
function operandType(node: Node): VariableType | undefined {
  if (node.kind === 'negation' || node.kind === 'steps') return 'number';
  if (node.kind === 'arithmetic' && node.operator !== '+') return 'number';
  if (node.kind === 'and' || node.kind === 'or' || node.kind === 'if') return 'boolean';
  const isNumeric = childrenOf(node).some(({ kind }) => kind === 'number');
  return isNumeric && ['comparison', 'between', 'arithmetic'].includes(node.kind) ? 'number' : undefined;
}

/**
 * A condition in brackets sees the members of an element before the variables. What stands on the left of a comparison is
 * taken for a member, what stands on the right for a variable.
 */
function inCondition(node: Node, list: Shape, locals: Locals, variables: Shape): void {
  if (node.kind === 'name' && node.names[0] === 'item') {
    node.names.slice(1).reduce(intoMember, list);
  } else if (node.kind === 'name' && !locals.has(node.names[0] ?? '')) {
    node.names.reduce(memberOf, list);
  } else if (node.kind === 'comparison') {
    inCondition(node.left, list, locals, variables);
    visit(node.right, undefined, new Map(locals).set('item', list), variables);
  } else if (node.kind === 'and' || node.kind === 'or') {
    for (const side of [node.left, node.right]) inCondition(side, list, locals, variables);
  } else {
    visit(node, undefined, new Map(locals).set('item', list), variables);
  }
}
