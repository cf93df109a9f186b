import type { SyntaxNode } from '@lezer/common';

const NOT_AN_OPERAND = new Set(['ArithOp', 'CompareOp', 'LineComment', 'BlockComment', '⚠']);

/** The parts of an expression that have a value: neither keywords and brackets nor comments. */
export function operandsOf(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    const { name } = child;
    if (name === 'null' || (/^[A-Z]/.test(name) && !NOT_AN_OPERAND.has(name))) found.push(child);
  }
  return found;
}

/** Text of a name: without backticks, white space as one blank. */
export function nameText(node: SyntaxNode, source: string): string {
  return source.slice(node.from, node.to).replaceAll('`', '').trim().replace(/\s+/g, ' ');
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

/** Value of a string literal. */
export function stringValue(node: SyntaxNode, source: string): string {
  const inner = source.slice(node.from + 1, node.to - 1);
  return inner.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (_, code?: string, char?: string) =>
    code === undefined ? (ESCAPES[char ?? ''] ?? char ?? '') : String.fromCharCode(parseInt(code, 16)),
  );
}

/** A string as FEEL writes it. */
export function quoteFeel(text: string): string {
  return JSON.stringify(text);
}

/** Key of a context's entry; undefined for a broken one. */
export function keyOf(entry: SyntaxNode, source: string): string | undefined {
  const key = entry.getChild('Key');
  const literal = key?.getChild('StringLiteral');
  if (literal) return stringValue(literal, source);
  const name = key?.getChild('Name');
  return name ? nameText(name, source) : undefined;
}
