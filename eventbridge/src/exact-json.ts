import { scanJsonText, type JsonSyntaxProblem } from './json-text.ts';

/** A JSON value that keeps what a JavaScript value loses: digits of numbers, keys given twice, the order of keys. */
export type ExactJson = ExactObject | ExactArray | ExactLeaf;

export interface ExactObject {
  readonly kind: 'object';
  readonly members: readonly (readonly [name: string, value: ExactJson])[];
}

export interface ExactArray {
  readonly kind: 'array';
  readonly items: readonly ExactJson[];
}

export interface ExactLeaf {
  readonly kind: 'string' | 'number' | 'literal';
  /** The content of a string without quotes and escapes; a number, true, false or null as written. */
  readonly text: string;
}

export type ExactJsonResult =
  { readonly ok: true; readonly value: ExactJson } | { readonly ok: false; readonly problem: JsonSyntaxProblem };

/** Parses JSON text; more levels than `maxDepth` are a problem like any other. Time grows with the text's length only. */
export function parseExactJson(text: string, maxDepth: number): ExactJsonResult {
  const result = scanJsonText(text, maxDepth);
  if (!result.ok) return result;
  const { compact, tooDeepAt, depth } = result.scan;
  if (tooDeepAt)
    return { ok: false, problem: { ...tooDeepAt, reason: `${depth} levels, where ${maxDepth} are allowed` } };
  return { ok: true, value: build(compact) };
}

interface OpenArray {
  readonly kind: 'array';
  readonly items: ExactJson[];
}

interface OpenObject {
  readonly kind: 'object';
  readonly members: (readonly [string, ExactJson])[];
  key: string;
}

/** Text of which is known that it is JSON without white space. */
function build(compact: string): ExactJson {
  const open: (OpenArray | OpenObject)[] = [];
  let at = 0;
  for (;;) {
    const char = compact.charAt(at);
    let value: ExactJson | undefined;
    if (char === '{') {
      open.push({ kind: 'object', members: [], key: '' });
      at += 1;
    } else if (char === '[') {
      open.push({ kind: 'array', items: [] });
      at += 1;
    } else if (char === '}' || char === ']') {
      value = open.pop();
      at += 1;
    } else if (char === ',') {
      at += 1;
    } else {
      const end = char === '"' ? endOfString(compact, at) : endOfWord(compact, at);
      const leaf = leafOf(compact.slice(at, end));
      at = end;
      const parent = open.at(-1);
      if (parent?.kind === 'object' && compact.charAt(at) === ':') {
        parent.key = leaf.text;
        at += 1;
      } else {
        value = leaf;
      }
    }
    if (value === undefined) continue;
    const parent = open.at(-1);
    if (!parent) return value;
    if (parent.kind === 'array') parent.items.push(value);
    else parent.members.push([parent.key, value]);
  }
}

function leafOf(token: string): ExactLeaf {
  if (token.startsWith('"'))
    return { kind: 'string', text: token.includes('\\') ? (JSON.parse(token) as string) : token.slice(1, -1) };
  return { kind: /^[-0-9]/.test(token) ? 'number' : 'literal', text: token };
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1;
  return at + 1;
}

function endOfWord(text: string, start: number): number {
  let at = start;
  while (at < text.length && !',]}'.includes(text.charAt(at))) at += 1;
  return at;
}
