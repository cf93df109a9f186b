import { childOf, childrenOf, isNode, isOfType, textOf, type Node } from './node.ts';

/** A place with elements of its own: a process or a subprocess. */
export interface Scope {
  readonly node: Node;
  /** The scope around it; absent for a process. */
  readonly parent?: Scope;
  readonly elements: readonly Node[];
}

/** Every process and subprocess of a diagram, outer ones first. Never recurses, never loops. */
export function scopesOf(definitions: unknown): readonly Scope[] {
  if (!isNode(definitions)) return [];
  const found: Scope[] = [];
  const seen = new Set<Node>();
  const open: { node: Node; parent?: Scope }[] = childrenOf(definitions, 'rootElements').map((node) => ({ node }));
  // A list that grows while it is walked: outer scopes come before their inner ones.
  for (const { node, parent } of open) {
    if (seen.has(node)) continue;
    seen.add(node);
    const elements = childrenOf(node, 'flowElements');
    if (elements.length === 0) continue;
    const scope: Scope = { node, elements, ...(parent && { parent }) };
    found.push(scope);
    open.push(...elements.map((element) => ({ node: element, parent: scope })));
  }
  return found;
}

/** The code that an error event names: FEEL when it starts with `=`; undefined where it catches every error. */
export function errorCodesOf(event: Node): readonly (string | undefined)[] {
  return childrenOf(event, 'eventDefinitions').flatMap((definition) => {
    if (!isOfType(definition, 'bpmn:ErrorEventDefinition')) return [];
    const error = childOf(definition, 'errorRef');
    const code = error && textOf(error, 'errorCode');
    return [code === undefined || code === '' ? undefined : code];
  });
}
