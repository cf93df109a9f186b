import { parse, parseExpression } from '@babel/parser';

/** A node of the syntax tree, as far as it is looked at here. */
export interface SourceNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly loc: { readonly start: { readonly line: number; readonly column: number } };
  readonly [member: string]: unknown;
}

/** A key of an object as it is written. */
export interface Key {
  readonly name: string;
  readonly node: SourceNode;
  readonly value: SourceNode;
  /** The object that it is in. */
  readonly object: SourceNode;
  /** Names of the keys around it, outermost first. */
  readonly around: readonly string[];
}

/** What is written in a source: the keys of its objects, and the files that it imports by a relative path. */
export interface Source {
  readonly keys: readonly Key[];
  readonly imports: readonly string[];
  /** Of JSON: its value. */
  readonly root?: SourceNode;
}

/** Reads TypeScript or JavaScript, or JSON. Of text that is none of them, nothing. */
export function readSource(text: string, language: 'script' | 'json'): Source {
  const keys: Key[] = [];
  const imports: string[] = [];
  try {
    const options = { plugins: ['typescript' as const], errorRecovery: true };
    const tree: unknown =
      language === 'json'
        ? parseExpression(text, { errorRecovery: true })
        : parse(text, { ...options, sourceType: 'module' }).program;
    visit(tree, [], keys, imports);
    if (language === 'json' && isNode(tree)) return { keys, imports, root: tree };
  } catch {
    // What cannot be parsed, loading it says better; nor can what is nested too deep.
  }
  return { keys, imports };
}

function visit(value: unknown, around: readonly string[], keys: Key[], imports: string[]): void {
  if (Array.isArray(value)) value.forEach((entry) => visit(entry, around, keys, imports));
  if (!isNode(value)) return;
  const { source } = value;
  if (/^(Import|Export\w*)Declaration$/.test(value.type) && isNode(source) && typeof source['value'] === 'string') {
    if (source['value'].startsWith('.')) imports.push(source['value']);
  }
  if (value.type === 'ObjectExpression') {
    visitObject(value, around, keys, imports);
    return;
  }
  for (const member of Object.values(value)) {
    if (typeof member === 'object') visit(member, around, keys, imports);
  }
}

function visitObject(object: SourceNode, around: readonly string[], keys: Key[], imports: string[]): void {
  for (const member of object['properties'] as readonly SourceNode[]) {
    const { key, value, computed } = member;
    const name = isNode(key) && computed !== true ? nameOf(key) : undefined;
    if (name === undefined || !isNode(key) || !isNode(value)) {
      visit(member, around, keys, imports);
      continue;
    }
    keys.push({ name, node: key, value, object, around });
    visit(value, [...around, name], keys, imports);
  }
}

function nameOf({ name, value }: SourceNode): string | undefined {
  if (typeof name === 'string') return name;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function isNode(value: unknown): value is SourceNode {
  return (
    typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string' && 'loc' in value
  );
}

/** Keys that stand a second time in their object: the last one wins in silence. With the key that was first. */
export function repeatedKeys({ keys }: Source): { readonly key: Key; readonly first: Key }[] {
  const byObject = new Map<SourceNode, Map<string, Key>>();
  return keys.flatMap((key) => {
    const known = byObject.get(key.object) ?? new Map<string, Key>();
    byObject.set(key.object, known);
    const first = known.get(key.name);
    if (first !== undefined) return [{ key, first }];
    known.set(key.name, key);
    return [];
  });
}
