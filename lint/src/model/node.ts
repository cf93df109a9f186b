/**
 * Reads a diagram's elements without knowing who made them: business objects of bpmn-js, elements of bpmn-moddle with
 * or without the zeebe descriptors. Nothing here throws, whatever the model holds.
 */

/** Way from an element to one of its properties: names and indexes, as bpmnlint and its hosts write it. */
export type ModdlePath = readonly (string | number)[];

/** An element of a diagram. Only `read` and its kin look inside. */
export type Node = object;

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The property as it stands; undefined where it is unset, or where reading it fails. */
export function read(node: Node, name: string): unknown {
  try {
    // A moddle element is an object with its properties as own or inherited members.
    return (node as Record<string, unknown>)[name];
  } catch {
    return undefined;
  }
}

export function childOf(node: Node, name: string): Node | undefined {
  const value = read(node, name);
  return isNode(value) ? value : undefined;
}

export function childrenOf(node: Node, name: string): readonly Node[] {
  const value = read(node, name);
  return Array.isArray(value) ? value.filter(isNode) : [];
}

export function textOf(node: Node, name: string): string | undefined {
  const value = read(node, name);
  return typeof value === 'string' ? value : undefined;
}

/** An attribute of another namespace: known to the descriptors, or kept aside by moddle when it is not. */
export function foreignTextOf(node: Node, prefix: string, name: string): string | undefined {
  const qualified = `${prefix}:${name}`;
  const attributes = childOf(node, '$attrs');
  return (
    textOf(node, name) ??
    textOf(node, qualified) ??
    (attributes === undefined ? undefined : textOf(attributes, qualified))
  );
}

/** `bpmn:ServiceTask`; empty where the node has no type. */
export function typeOf(node: Node): string {
  return textOf(node, '$type') ?? '';
}

/** True for `zeebe:TaskDefinition` and for `zeebe:taskDefinition`, as moddle names it without the zeebe descriptors. */
export function isOfType(node: Node, type: string): boolean {
  const found = typeOf(node);
  // names of another length do not differ in their first letter alone
  return found === type || (found.length === type.length && upperFirst(found) === type);
}

function upperFirst(type: string): string {
  const at = type.indexOf(':') + 1;
  return type.slice(0, at) + type.charAt(at).toUpperCase() + type.slice(at + 1);
}

/** One item of a list in a node, with the way to it. */
export interface Item {
  readonly node: Node;
  readonly path: ModdlePath;
}

/** The items of a list: under its own name, or as the untyped children that moddle makes without the descriptors. */
export function itemsOf(node: Node, list: string, type: string, path: ModdlePath): Item[] {
  const own = childrenOf(node, list);
  if (own.length > 0) return own.map((item, index) => ({ node: item, path: [...path, list, index] }));
  return childrenOf(node, '$children').flatMap((child, index) =>
    isOfType(child, type) ? [{ node: child, path: [...path, '$children', index] }] : [],
  );
}

/** The first extension element of a type, with the way to it. */
export function extensionOf(node: Node, type: string): Item | undefined {
  const extensions = childOf(node, 'extensionElements');
  if (extensions === undefined) return undefined;
  const values = childrenOf(extensions, 'values');
  const index = values.findIndex((value) => isOfType(value, type));
  const found = values[index];
  return found === undefined ? undefined : { node: found, path: ['extensionElements', 'values', index] };
}
