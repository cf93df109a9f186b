import type { Node, TextRange } from '../syntax/node.ts';

/** Names that a node defines for what stands in it. */
export interface Scope {
  /** True where the name is defined at a place, or may be. */
  defines(name: string, at: TextRange): boolean;
  readonly around?: Scope;
}

/** The scope of what stands in a node: `around`, where the node defines nothing. */
export function scopeIn(node: Node, around: Scope | undefined): Scope | undefined {
  const defines = definitionOf(node);
  return defines ? { defines, ...(around && { around }) } : around;
}

export function isDefined(name: string, at: TextRange, scope: Scope | undefined): boolean {
  for (let inner = scope; inner; inner = inner.around) if (inner.defines(name, at)) return true;
  return false;
}

function definitionOf(node: Node): Scope['defines'] | undefined {
  switch (node.kind) {
    case 'context':
      return after(node.entries.map(({ key, value }) => [key, value.to]));
    case 'for':
    case 'some':
    case 'every': {
      const [first] = node.iterators;
      return after([
        ...node.iterators.map(({ name, source }): [string, number] => [name, source.to]),
        ...(first ? [['partial', first.source.to] as [string, number]] : []),
      ]);
    }
    case 'function': {
      const names = new Set(node.parameters);
      return (name) => names.has(name);
    }
    case 'filter':
      // The condition sees the members of the item, whatever they are.
      return (_, at) => at.from >= node.list.to;
    default:
      return undefined;
  }
}

/** Names that are defined from a place on; of several of one name the first. */
function after(names: readonly (readonly [name: string, from: number])[]): Scope['defines'] {
  const known = new Map<string, number>();
  for (const [name, from] of names) if (!known.has(name)) known.set(name, from);
  return (name, at) => at.from >= (known.get(name) ?? Infinity);
}
