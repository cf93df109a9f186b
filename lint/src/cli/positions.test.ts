import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positionsOf } from './positions.ts';

function placeOf(xml: string, id = 'a'): string {
  const place = positionsOf(xml).get(id);
  return place ? `${place.line}:${place.column}` : 'none';
}

describe('where an element starts', () => {
  it.each([
    ['its own line', '<x>\n  <y id="a"/>', '2:3'],
    ['behind a commented-out copy', '<!-- <y id="a"/> -->\n<y id="a"/>', '2:1'],
    ['behind a comment of many lines', '<!--\n<y\n id="a">\n-->\n\n<y id="a"/>', '6:1'],
    ['behind CDATA', '<![CDATA[<y id="a"/>]]>\n<y id="a"/>', '2:1'],
    ['behind an instruction', '<?pi <y id="a"/>?>\n<y id="a"/>', '2:1'],
    ['behind a value that looks like it', '<x name="<y id=\'a\'/>"/>\n<y id="a"/>', '2:1'],
    ['behind an attribute that looks like it', '<x name=" id=\'a\' "/>\n<y id="a"/>', '2:1'],
    ['with a sign in a value', '\n<y name="a > b" id="a"/>', '2:1'],
    ['on several lines', '\n <y\n\tname="b"\n\tid="a"\n/>', '2:2'],
    ['in single quotes', "<y id = 'a'>", '1:1'],
    ['with another attribute like it', '<x bid="a" x:id="a"/>\n<y id="a"/>', '2:1'],
    ['with line ends of Windows', '<x>\r\n<y id="a"/>', '2:1'],
    ['the first of two', '<y id="a"/>\n<y id="a"/>', '1:1'],
    ['in a broken file', '<x id=a>\n<y id="a"/>', '2:1'],
  ])('%s', (_, xml, place) => {
    expect(placeOf(xml)).toBe(place);
  });

  it('is told of any text, in time that grows with it', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '/',
      '"',
      "'",
      ' id=',
      'a',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?',
      ' ',
      '\n',
      '=',
    );
    fc.assert(
      fc.property(
        fc.array(pieces).map((all) => all.join('')),
        (text) => void positionsOf(text),
      ),
    );
    for (const piece of ['<a ', ' ', '<!--', '<a b="', '<![CDATA[', '<?', '<a b=" c="'])
      positionsOf(`<a${piece.repeat(20_000)}`);
  });
});
