import type { Json } from '@eventbridge-kit/issue';

type TokenKind = 'key' | 'string' | 'number' | 'word' | 'mark';

interface JsonToken {
  readonly kind: TokenKind;
  readonly text: string;
}

const TOKEN =
  /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d[\d.eE+-]*)|(true|false|null)|([^"\d-]+?(?=["\d-]|true|false|null|$)|-)/gs;

/** JSON text in pieces, for colouring. The pieces joined are the text. */
export function jsonTokens(value: Json): readonly JsonToken[] {
  const tokens: JsonToken[] = [];
  for (const [text, string, colon, number, word] of JSON.stringify(value, null, 2).matchAll(TOKEN)) {
    if (string !== undefined && colon !== undefined) {
      tokens.push({ kind: 'key', text: string }, { kind: 'mark', text: colon });
    } else if (string !== undefined) tokens.push({ kind: 'string', text });
    else if (number !== undefined) tokens.push({ kind: 'number', text });
    else tokens.push({ kind: word === undefined ? 'mark' : 'word', text });
  }
  return tokens;
}
