import type { Json, JsonObject } from '@eventbridge-kit/issue';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEventPattern, parseMatchableEvent } from './event-pattern.ts';

/** Whether `{"f": tests}` matches an event whose field `f` holds the value. */
function fits(tests: Json, value?: Json): boolean {
  return matches({ f: tests }, value === undefined ? {} : { f: value });
}

function matches(pattern: Json, event: JsonObject): boolean {
  return matchesText(JSON.stringify(pattern), JSON.stringify(event));
}

function matchesText(pattern: string, event: string): boolean {
  const [parsed, read] = [parseEventPattern(pattern), parseMatchableEvent(event)];
  if (!parsed.ok) throw new Error(parsed.message);
  if (!read.ok) throw new Error(read.message);
  return parsed.pattern.matches(read.event);
}

function problemOf(text: string): string {
  const result = parseEventPattern(text);
  return result.ok ? '' : result.message;
}

describe('match types', () => {
  it.each<[string, Json, Json[], Json[]]>([
    ['exact text', ['a', 'b'], ['a', 'b', ['x', 'a'], [['a']]], ['A', 'c', null, 1, [], { a: 'a' }]],
    ['exact number', [5], [5, 5.0, [4, 5]], ['5', 5.1]],
    ['null', [null], [null], ['', 0, 'null']],
    ['empty text', [''], [''], [null, ' ']],
    ['true', [true], [true], ['true', 1, false]],
    ['prefix', [{ prefix: 'eu-' }], ['eu-central-1', 'eu-'], ['EU-x', 'us-eu-', 5]],
    ['an empty prefix or suffix', [{ prefix: '' }, { suffix: '' }], ['', 'x'], [1, null, true]],
    ['exactly', [{ exactly: 'a' }], ['a'], ['A', 'aa']],
    ['prefix, any case', [{ prefix: { 'equals-ignore-case': 'Eu-' } }], ['EU-x', 'eu-x'], ['us-']],
    ['suffix', [{ suffix: '.png' }], ['a.png', '.png'], ['a.PNG', 'png']],
    ['suffix, any case', [{ suffix: { 'equals-ignore-case': '.png' } }], ['a.PNG'], ['a.jpg']],
    ['equals-ignore-case beyond ASCII', [{ 'equals-ignore-case': 'straße' }], ['STRASSE', 'STRAßE'], ['strasse']],
    ['equals-ignore-case of nothing', [{ 'equals-ignore-case': '' }], [''], ['x', null]],
    ['equals-ignore-case', [{ 'equals-ignore-case': 'Alice' }], ['ALICE', 'alice'], ['alice ', 1]],
    [
      'wildcard',
      [{ wildcard: 'dir/*/file.*' }],
      ['dir/a/file.txt', 'dir/a/b/file.', 'dir//file.x'],
      ['dir/file.txt', 'xdir/a/file.txt'],
    ],
    ['wildcard alone', [{ wildcard: '*' }], ['', 'anything'], [1, null]],
    ['wildcard with overlap', [{ wildcard: 'aa*aa' }], ['aaaa', 'aaxaa'], ['aaa', 'aa']],
    [
      'wildcard escaped',
      [{ wildcard: String.raw`a\*b\\c*` }],
      [String.raw`a*b\c`, String.raw`a*b\cd`],
      ['axb\\c', 'a*b'],
    ],
    ['anything-but text', [{ 'anything-but': 'a' }], ['b', 1, null, ['a', 'b'], true], ['a', ['a']]],
    ['anything-but list', [{ 'anything-but': ['a', 'b'] }], ['c'], ['a', 'b']],
    ['anything-but numbers', [{ 'anything-but': [1, 2] }], [3, '1'], [1, 2]],
    ['anything-but prefix', [{ 'anything-but': { prefix: 'a' } }], ['ba', 1], ['ab']],
    ['anything-but prefixes', [{ 'anything-but': { prefix: ['a', 'b'] } }], ['c'], ['ax', 'bx']],
    ['anything-but suffix', [{ 'anything-but': { suffix: ['.png', '.jpg'] } }], ['a.gif'], ['a.png', 'a.jpg']],
    ['anything-but wildcard', [{ 'anything-but': { wildcard: '*/lib/*' } }], ['lib'], ['a/lib/b']],
    ['anything-but ignore case', [{ 'anything-but': { 'equals-ignore-case': ['x'] } }], ['y'], ['X', 'x']],
    ['numeric =', [{ numeric: ['=', 5] }], [5], [5.1, '5']],
    ['numeric range', [{ numeric: ['>', 0, '<=', 5] }], [0.1, 5], [0, 5.1, -1]],
    ['numeric bound', [{ numeric: ['<', -1.5] }], [-2], [-1.5, null]],
    ['cidr v4', [{ cidr: '10.0.0.0/24' }], ['10.0.0.0', '010.0.0.255'], ['10.0.1.0', '10.0.0', 'x', '::1', 5]],
    ['cidr v4, odd bits', [{ cidr: '192.168.4.0/22' }], ['192.168.7.255'], ['192.168.8.0', '192.168.3.255']],
    ['cidr of everything', [{ cidr: '0.0.0.0/0' }], ['1.2.3.4'], ['1.2.3', '']],
    [
      'an address, however written',
      ['2001:db8::1', '10.0.0.1'],
      ['2001:DB8:0:0::01', '10.0.00.1', '::ffff:a00:1'],
      ['10.0.0.2'],
    ],
    [
      'cidr v6',
      [{ cidr: '2001:db8::/32' }],
      ['2001:db8::1', '2001:DB8:ffff::'],
      ['2001:db9::1', '2001:db8', '10.0.0.1', '2001:db8:::1', '2001:db8::1.2.3.4'],
    ],
    ['exists', [{ exists: true }], ['', null, 0, [1]], [{ a: 1 }, []]],
    ['exists not', [{ exists: false }], [{ a: 1 }, []], ['', null, [1]]],
    ['several', [{ prefix: 'a' }, 7, { exists: false }], ['abc', 7], ['b', 8]],
  ])('%s', (_, tests, yes, no) => {
    for (const value of yes) expect([value, fits(tests, value)]).toEqual([value, true]);
    for (const value of no) expect([value, fits(tests, value)]).toEqual([value, false]);
  });

  it('only "exists": false matches a field that is not there', () => {
    expect(fits([{ exists: false }])).toBe(true);
    for (const tests of [
      ['a'],
      [null],
      [{ prefix: 'a' }],
      [{ 'anything-but': 'a' }],
      [{ 'anything-but': { prefix: 'a' } }],
      [{ exists: true }],
    ])
      expect(fits(tests)).toBe(false);
  });
});

describe('patterns', () => {
  const event = {
    source: 'com.example',
    detail: {
      state: 'open',
      items: [
        { kind: 'a', price: 5 },
        { kind: 'b', price: 50 },
      ],
      tags: ['x', 'y'],
    },
  };

  it('match every field, nested ones too', () => {
    expect(matches({ source: ['com.example'], detail: { state: ['open', 'closed'], tags: ['y'] } }, event)).toBe(true);
    expect(matches({ source: ['com.example'], detail: { state: ['closed'] } }, event)).toBe(false);
    expect(matches({ detail: { state: { deeper: ['open'] } } }, event)).toBe(false);
    expect(matches({ detail: { missing: { deeper: [{ exists: false }] } } }, event)).toBe(true);
  });

  it('match several fields of a list of objects in one and the same object', () => {
    expect(matches({ detail: { items: { kind: ['b'], price: [{ numeric: ['>', 10] }] } } }, event)).toBe(true);
    expect(matches({ detail: { items: { kind: ['a'], price: [{ numeric: ['>', 10] }] } } }, event)).toBe(false);
  });

  it('match one alternative of each $or', () => {
    const pattern = (kind: string): Json => ({
      source: ['com.example'],
      $or: [{ detail: { state: ['closed'] } }, { detail: { items: { kind: [kind] } } }],
    });
    expect(matches(pattern('a'), event)).toBe(true);
    expect(matches(pattern('c'), event)).toBe(false);
    expect(
      matches({ detail: { $or: [{ state: ['open'] }, { $or: [{ tags: ['z'] }, { tags: ['q'] }] }] } }, event),
    ).toBe(true);
  });

  it("do not mistake a JavaScript object's own members for fields", () => {
    expect(matches({ detail: { constructor: [{ exists: true }] } }, event)).toBe(false);
    expect(matches({ detail: { toString: [{ exists: false }] } }, event)).toBe(true);
  });

  it.each([
    ['', 'The pattern cannot be read as JSON (line 1, column 1): found the end of the text'],
    ['{"a":[1]} x', 'found "x" where the end of the text should stand'],
    ['[]', 'Filter is not an object: found []'],
    ['{}', 'Empty objects are not allowed: found {} at the top.'],
    ['{"detail":{}}', 'Empty objects are not allowed: found {} at detail.'],
    ['{"a":[]}', 'Empty arrays are not allowed: found []. (at a)'],
    ['{"source":"x"}', '"source" must be an object or an array: found "x". Write ["x"].'],
    ['{"a":[["x"]]}', 'Match value must be String, number, true, false, null or a match type: found ["x"]. (at a)'],
    ['{"a":[{"foo":1}]}', 'Unrecognized match type foo. Write one of prefix,'],
    ['{"a":[{"prefix":"x","suffix":"y"}]}', 'Only one key is allowed in a match expression'],
    ['{"a":[{}]}', 'Unrecognized match type'],
    ['{"a":{"b":[{"prefix":5}]}}', 'prefix match pattern must be a string: found 5. (at a.b)'],
    ['{"a":[{"suffix":{"prefix":"x"}}]}', 'Unsupported suffix pattern: found {"prefix":"x"}'],
    ['{"a":[{"wildcard":"a**b"}]}', 'Consecutive wildcard characters'],
    ['{"a":[{"wildcard":"a\\\\x"}]}', 'Invalid escape character at pos 2'],
    ['{"a":[{"wildcard":"a\\\\"}]}', 'Invalid escape character at pos 2'],
    ['{"a":[{"wildcard":"*:*:*:*:*:event-bus/*"}]}', 'Rule is too complex'],
    ['{"a":[{"wildcard":"*a*"},{"wildcard":"*b*"},{"wildcard":"*c*"},{"wildcard":"*d*"}]}', 'Rule is too complex'],
    ['{"a":[{"anything-but":["x",1]}]}', 'either all values are number or string: found ["x",1]'],
    ['{"a":[{"anything-but":[]}]}', 'either all values are number or string: found []'],
    ['{"a":[{"anything-but":["x",null]}]}', 'start|null|boolean is not supported'],
    ['{"a":[{"anything-but":null}]}', 'Value of anything-but must be an array or single string/number value'],
    ['{"a":[{"anything-but":{"numeric":1}}]}', 'Unsupported anything-but pattern'],
    ['{"a":[{"anything-but":{"prefix":[]}}]}', 'at least one value'],
    ['{"a":[{"anything-but":{"suffix":["a",""]}}]}', 'Null prefix/suffix not allowed'],
    [
      '{"a":[{"anything-but":{"prefix":{"equals-ignore-case":"a"}}}]}',
      'Inside anything-but, prefix match pattern must be a string: found {"equals-ignore-case":"a"}',
    ],
    ['{"a":[{"numeric":[">"]}]}', 'Value of numeric must be an array of one or two comparisons'],
    ['{"a":[{"numeric":[">","1"]}]}', 'Value of > must be numeric: found "1"'],
    ['{"a":[{"numeric":["!",1]}]}', 'Unrecognized numeric range operator: found "!"'],
    ['{"a":[{"numeric":["=",6000000000]}]}', 'Value of = must be within +-5 billion: found 6000000000'],
    ['{"a":[{"numeric":["=",0.1234567890123456]}]}', 'Cannot compare number: found 0.1234567890123456'],
    ['{"a":[{"anything-but":9007199254740993}]}', 'Cannot compare number: found 9007199254740993'],
    ['{"a":[{"anything-but":[1,1e400]}]}', 'Cannot compare number: found 1e400'],
    ['{"a":[{"numeric":["<",1,">",5]}]}', 'Bad numeric range'],
    ['{"a":[{"numeric":[">",5,"<",5]}]}', 'bottom must be less than top'],
    ['{"a":[{"cidr":"10.0.0.0/32"}]}', 'Malformed CIDR'],
    ['{"a":[{"cidr":"10.0.0/8"}]}', 'Malformed CIDR'],
    ['{"a":[{"cidr":["10.0.0.0/8"]}]}', 'Malformed CIDR'],
    ['{"a":[{"exists":"yes"}]}', 'exists match pattern must be either true or false: found "yes"'],
    ['{"$or":[{"a":["x"]}]}', '$or must be a list of two or more objects'],
    ['{"$or":[{"a":["x"]},5]}', '$or[1] must be an object: found 5'],
    ['{"$or":[{"a":["x"]},{"numeric":["x"]}]}', 'numeric is a reserved field name which cannot be used inside $or'],
    [`{"a":["${'x'.repeat(4096)}"]}`, 'The pattern is too long'],
    ['['.repeat(2000) + ']'.repeat(2000), 'found 2000 levels, where 1000 are allowed'],
  ])('refuse case %#: %2$s', (text, message) => expect(problemOf(text)).toContain(message));

  it('may have 1000 combinations of $or', () => {
    const or = (name: string, count: number): string =>
      `{"$or":[${Array.from({ length: count }, (_, index) => `{"${name}":[${index}]}`).join()}]}`;
    const pattern = (count: number): string => `{"a":${or('a', 10)},"b":${or('b', 10)},"c":${or('c', count)}}`;
    expect(problemOf(pattern(11))).toContain('too many combinations of $or: found more than 1000');
    expect(matchesText(pattern(10), '{"a":{"a":9},"b":{"b":9},"c":{"c":9}}')).toBe(true);
  });

  it('compare numbers to the last digit', () => {
    expect(matchesText('{"a":[9007199254740993]}', '{"a":9007199254740992}')).toBe(false);
    expect(matchesText('{"a":[9007199254740992]}', '{"a":9007199254740993}')).toBe(false);
    expect(matchesText('{"a":[9007199254740993]}', '{"a":9007199254740993}')).toBe(true);
    expect(matchesText('{"a":[100]}', '{"a":1e2}')).toBe(true);
    expect(matchesText('{"a":[{"anything-but":[-0]}]}', '{"a":0.0}')).toBe(false);
    expect(matchesText('{"a":[{"numeric":[">",1]}]}', '{"a":9007199254740993}')).toBe(false);
  });

  it('take a name with dots for names in each other, and both of a key given twice', () => {
    for (const pattern of ['{"d":{"a.b":[1]}}', '{"d":{"a":{"b":[1]}}}', '{"d.a":{"b":[1]}}'])
      for (const event of [
        '{"d":{"a.b":1}}',
        '{"d":{"a":{"b":1}}}',
        '{"d.a.b":1}',
        '{"d.a.b":2,"d":{"a.b":1}}',
        '{"d":{"a.b":1,"a.b":2}}',
      ])
        expect([pattern, event, matchesText(pattern, event)]).toEqual([pattern, event, true]);
    expect(matchesText('{"a":[1],"a":[2]}', '{"a":1}')).toBe(false);
  });

  it('take the last of what is asked of one field, in each combination of $or', () => {
    const pattern = '{"a":["x"],"$or":[{"a":["y"]},{"b":["z"]}]}';
    expect(matchesText(pattern, '{"a":"y"}')).toBe(true);
    expect(matchesText(pattern, '{"a":"x"}')).toBe(false);
    expect(matchesText(pattern, '{"a":"x","b":"z"}')).toBe(true);
  });

  it('look for a field that must not exist in the whole list, or in the element that is chosen already', () => {
    const event = '{"i":[{"d":1},{"c":2}]}';
    expect(matchesText('{"i":{"d":[{"exists":false}]}}', event)).toBe(false);
    expect(matchesText('{"i":{"c":[2],"d":[{"exists":false}]}}', event)).toBe(true);
    expect(matchesText('{"i":{"c":[2],"d":[1]}}', event)).toBe(false);
  });

  it('end soon on lists in lists by the thousand', () => {
    const items = Array.from({ length: 5000 }, (_, index) => ({ a: 1, b: index, c: [{ e: index }] }));
    expect(matches({ i: { a: [1], b: [{ numeric: ['>', 0] }], c: { e: [4999] } } }, { i: items })).toBe(true);
    expect(matches({ i: { a: [1], b: [5], c: { e: [6] } } }, { i: items })).toBe(false);
    const rows = Array.from({ length: 2000 }, () => ({ x: 1, y: 1, z: 1 }));
    expect(matches({ i: { j: { x: [1], y: [1], z: [2] } } }, { 'i.j': rows, i: { j: rows } })).toBe(false);
  });

  it('are read and matched without a throw, whatever they hold', () => {
    const name = fc.constantFrom(
      'a',
      'prefix',
      'suffix',
      'wildcard',
      'anything-but',
      'numeric',
      'cidr',
      'exists',
      'equals-ignore-case',
      '$or',
      '__proto__',
    );
    const { value } = fc.letrec<{ value: Json }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom<Json>('a', '*', '10.0.0.0/8', '<', 1, null, true),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(name, tie('value'), { maxKeys: 3 }) as fc.Arbitrary<Json>,
      ),
    }));
    fc.assert(
      fc.property(value, fc.dictionary(name, fc.jsonValue()), (pattern, event) => {
        const result = parseEventPattern(JSON.stringify(pattern));
        const read = parseMatchableEvent(JSON.stringify(event));
        if (result.ok) expect(read.ok && result.pattern.matches(read.event)).toBeTypeOf('boolean');
        else expect(result.message).not.toBe('');
      }),
      { numRuns: 1000 },
    );
  });

  it('match a list exactly when they match one of its values', () => {
    const leaf = fc.oneof(
      fc.string({ maxLength: 3 }),
      fc.integer({ min: -3, max: 3 }),
      fc.constantFrom<Json>(null, true),
    );
    const test = fc.oneof(
      leaf,
      fc.record({ prefix: fc.string({ minLength: 1, maxLength: 2 }) }),
      fc.record({ 'anything-but': fc.string({ maxLength: 2 }) }),
      fc.constant<Json>({ numeric: ['>', 0] }),
    );
    fc.assert(
      fc.property(fc.array(test, { minLength: 1 }), fc.array(leaf, { minLength: 1 }), (tests, values) => {
        expect(fits(tests as Json, values as Json)).toBe(values.some((value) => fits(tests as Json, value)));
      }),
    );
  });

  it('agree with a regular expression about wildcards', () => {
    const word = fc.array(fc.constantFrom('a', 'b'), { maxLength: 6 }).map((parts) => parts.join(''));
    const wild = fc
      .array(fc.constantFrom('a', 'b', '*'), { minLength: 1, maxLength: 6 })
      .map((parts) => parts.join('').replaceAll(/\*+/g, '*'));
    fc.assert(
      fc.property(wild, word, (wanted, text) => {
        expect(fits([{ wildcard: wanted }], text)).toBe(new RegExp(`^${wanted.replaceAll('*', '.*')}$`).test(text));
      }),
    );
  });
});
