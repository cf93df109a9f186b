import { unescapeString } from './characters.ts';
import type { Arguments, Entry, NamedArgument, NameNode, Node, TemporalNode } from './node.ts';
import { start, type Reader, type Rules } from './reader.ts';
import { range } from './range.ts';

/** Functions whose names hold a reserved word. */
const RESERVED_FUNCTIONS = ['and', 'or', 'date and time', 'years and months duration', 'get or else'];

const CONSTRUCTORS = ['duration', 'date and time', 'date', 'time'] as const;

/** A value with the members and filters behind it. */
export function value(reader: Reader, rules: Rules): Node | undefined {
  return reader.rule('value', () => {
    let node = terminal(reader, rules);
    while (node !== undefined) {
      const target = node;
      const next: Node | undefined =
        reader.attempt(() => member(reader, target)) ?? reader.attempt(() => filter(reader, target, rules));
      if (next === undefined) return node;
      node = next;
    }
    return undefined;
  });
}

function member(reader: Reader, target: Node): Node | undefined {
  const name = reader.skip('.') && (reader.token('time offset') ?? reader.name());
  return name ? { kind: 'path', from: target.from, to: reader.pos, target, name } : undefined;
}

function filter(reader: Reader, list: Node, rules: Rules): Node | undefined {
  const condition = reader.skip('[') && rules.expression(reader);
  if (!condition || reader.token(']') === undefined) return undefined;
  return { kind: 'filter', from: list.from, to: reader.pos, list, condition };
}

/** What a value may begin with besides a name, so that the usual signs are looked at once. */
const BY_SIGN: Readonly<Record<string, (reader: Reader, rules: Rules) => Node | undefined>> = {
  '"': literal,
  '[': literal,
  '{': literal,
  '.': literal,
  '-': literal,
  '(': bracketed,
  '?': inputValue,
  '@': temporal,
  ...Object.fromEntries(Array.from('0123456789').map((digit) => [digit, literal])),
};

const BY_NAME = [temporal, call, qualifiedName, literal, functionDefinition];

function terminal(reader: Reader, rules: Rules): Node | undefined {
  const bySign = BY_SIGN[reader.text.charAt(reader.pos)];
  for (const attempt of bySign ? [bySign] : BY_NAME) {
    const node = reader.attempt(() => attempt(reader, rules));
    if (node !== undefined) return node;
  }
  reader.miss();
  return undefined;
}

function temporal(reader: Reader): TemporalNode | undefined {
  const from = start(reader);
  const isAt = reader.token('@') !== undefined;
  const constructor = isAt ? '@' : CONSTRUCTORS.find((name) => reader.token(name) !== undefined);
  if (constructor === undefined || (!isAt && reader.token('(') === undefined)) return undefined;
  const quoteFrom = start(reader);
  const text = reader.quoted();
  const quoted = { from: quoteFrom, to: reader.pos };
  if (text === undefined || (!isAt && reader.token(')') === undefined)) return undefined;
  return { kind: 'temporal', from, to: reader.pos, constructor, text, quoted };
}

function call(reader: Reader, rules: Rules): Node | undefined {
  const from = start(reader);
  const plain = reader.nameWithBlanks() ?? reader.token(...RESERVED_FUNCTIONS);
  const target = plain === undefined ? qualifiedName(reader) : undefined;
  const name = plain ?? target?.names.at(-1);
  const nameTo = reader.pos;
  if (name === undefined || reader.token('(') === undefined) return undefined;
  const args = argumentsOf(reader, rules);
  if (reader.token(')') === undefined) return undefined;
  const { pos: to } = reader;
  if (target === undefined || target.names.length === 1) return { kind: 'call', from, to, name, nameTo, args };
  return { kind: 'member call', from, to, target: { ...target, names: target.names.slice(0, -1) }, name, args };
}

function argumentsOf(reader: Reader, rules: Rules): Arguments {
  const named = reader.attempt(() => reader.list(() => namedArgument(reader, rules), 1));
  if (named !== undefined) return { by: 'name', values: named };
  return { by: 'position', values: reader.list(() => argument(reader, rules), 1) ?? [] };
}

function namedArgument(reader: Reader, rules: Rules): NamedArgument | undefined {
  const name = reader.nameWithBlanks() ?? reader.name();
  const found = name === undefined ? undefined : reader.skip(':') && argument(reader, rules);
  return name !== undefined && found ? { name, value: found } : undefined;
}

function argument(reader: Reader, rules: Rules): Node | undefined {
  return range(reader, rules) ?? rules.expression(reader);
}

export function qualifiedName(reader: Reader): NameNode | undefined {
  const from = start(reader);
  const names = reader.list(() => reader.token('time offset') ?? reader.name(), 1, '.');
  return names && { kind: 'name', from, to: reader.pos, names };
}

function literal(reader: Reader, rules: Rules): Node | undefined {
  const from = start(reader);
  if (reader.token('null')) return { kind: 'null', from, to: reader.pos };
  const truth = reader.token('true', 'false');
  if (truth !== undefined) return { kind: 'boolean', from, to: reader.pos, value: truth === 'true' };
  const raw = reader.quoted();
  if (raw !== undefined) return { kind: 'string', from, to: reader.pos, value: unescapeString(raw) };
  const number = /-?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)/y;
  number.lastIndex = from;
  const digits = number.exec(reader.text)?.[0];
  if (digits === undefined) return list(reader, from, rules) ?? context(reader, from, rules);
  reader.pos = from + digits.length;
  return { kind: 'number', from, to: reader.pos, digits };
}

function list(reader: Reader, from: number, rules: Rules): Node | undefined {
  return reader.attempt(() => {
    if (reader.token('[') === undefined) return undefined;
    const items = reader.list(() => rules.expression(reader), 0) ?? [];
    return reader.token(']') === undefined ? undefined : { kind: 'list', from, to: reader.pos, items };
  });
}

function context(reader: Reader, from: number, rules: Rules): Node | undefined {
  return reader.attempt(() => {
    if (reader.token('{') === undefined) return undefined;
    const entries = reader.list(() => entry(reader, rules), 0) ?? [];
    return reader.token('}') === undefined ? undefined : { kind: 'context', from, to: reader.pos, entries };
  });
}

function entry(reader: Reader, rules: Rules): Entry | undefined {
  const from = start(reader);
  const key = reader.anyKey() ?? reader.nameWithBlanks() ?? reader.name() ?? reader.quoted();
  const to = reader.pos;
  const found = key === undefined ? undefined : reader.skip(':') && rules.expression(reader);
  return key !== undefined && found ? { key, from, to, value: found } : undefined;
}

function inputValue(reader: Reader): Node | undefined {
  const from = start(reader);
  return reader.token('?') === undefined ? undefined : { kind: 'input', from, to: reader.pos };
}

function functionDefinition(reader: Reader, rules: Rules): Node | undefined {
  const from = start(reader);
  if (reader.token('function') === undefined || reader.token('(') === undefined) return undefined;
  const parameters = reader.list(() => reader.nameWithBlanks() ?? reader.name(), 0) ?? [];
  if (reader.token(')') === undefined) return undefined;
  const external = reader.attempt(() => externalFunction(reader));
  const body = external ?? rules.expression(reader);
  return body && { kind: 'function', from, to: reader.pos, parameters, body };
}

function externalFunction(reader: Reader): Node | undefined {
  const from = start(reader);
  const head = ['external', '{', 'java', ':', '{', 'class', ':'];
  if (!head.every((token) => reader.token(token) !== undefined) || reader.quoted() === undefined) return undefined;
  const middle = [',', 'method signature', ':'];
  if (!middle.every((token) => reader.token(token) !== undefined) || reader.quoted() === undefined) return undefined;
  if (reader.token('}') === undefined || reader.token('}') === undefined) return undefined;
  return { kind: 'external', from, to: reader.pos };
}

function bracketed(reader: Reader, rules: Rules): Node | undefined {
  const inner = reader.skip('(') && rules.expression(reader);
  return inner && reader.token(')') !== undefined ? inner : undefined;
}
