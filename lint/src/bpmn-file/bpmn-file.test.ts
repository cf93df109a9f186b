import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' };
import { createModdle } from '../cli/moddle.ts';
import { decodeBpmn } from './decode-bpmn.ts';
import { readBpmn } from './read-bpmn.ts';

const moddle = createModdle({ zeebe });

function diagram(content: string, declaration = '<?xml version="1.0" encoding="UTF-8"?>'): string {
  return `${declaration}
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:x="http://x" id="d" targetNamespace="x">
  <bpmn:process id="P">
${content}
  </bpmn:process>
</bpmn:definitions>
`;
}

/** The text in two bytes a character. */
function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const bytes = Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

const UMLAUT = diagram('    <bpmn:task id="a" name="Für Größe" />');

describe('the bytes of a file', () => {
  it.each([
    ['UTF-8', Buffer.from(UMLAUT)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${UMLAUT}`)],
    ['ISO-8859-1', Buffer.from(UMLAUT.replace('UTF-8', 'ISO-8859-1'), 'latin1')],
    ['windows-1252', Buffer.from(UMLAUT.replace('UTF-8', 'windows-1252'), 'latin1')],
    ['UTF-16, little end first', utf16(UMLAUT.replace('UTF-8', 'UTF-16'), 'le', true)],
    ['UTF-16, big end first', utf16(UMLAUT.replace('UTF-8', 'UTF-16'), 'be', true)],
    ['UTF-16 without a mark', utf16(UMLAUT.replace('UTF-8', 'UTF-16'), 'le', false)],
    ['UTF-16, big end first, without a mark', utf16(UMLAUT, 'be', false)],
    ['UTF-8 that says it is UTF-16', Buffer.from(UMLAUT.replace('UTF-8', 'UTF-16'))],
  ])('%s: are read as the text that was saved', (_, bytes) => {
    expect(decodeBpmn(bytes)).toEqual({ ok: true, xml: UMLAUT });
  });

  it('in ISO-8859-1 that say nothing of it are refused, with the line and what to write', () => {
    const bytes = Buffer.from(UMLAUT, 'latin1');
    expect(decodeBpmn(bytes)).toMatchObject({
      ok: false,
      problem: { line: 4, message: expect.stringContaining('encoding="ISO-8859-1"') as string },
    });
  });

  it('of an encoding that nobody knows are refused', () => {
    expect(decodeBpmn(Buffer.from(UMLAUT.replace('UTF-8', 'EBCDIC-7')))).toMatchObject({
      ok: false,
      problem: { line: 1, message: expect.stringContaining('"EBCDIC-7"') as string },
    });
  });

  it('of half a character in UTF-16 are refused', () => {
    expect(decodeBpmn(Buffer.from([0xff, 0xfe, 0x3c, 0x00, 0x3f]))).toMatchObject({ ok: false });
  });

  it('of any text in UTF-8 give that text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const plain = `<a>${text}`;
        expect(decodeBpmn(Buffer.from(plain))).toEqual({ ok: true, xml: plain });
      }),
    );
  });

  it('whatever they are, never throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        decodeBpmn(bytes);
      }),
    );
  });
});

describe('the text of a file', () => {
  it.each([
    ['two elements with one id', '<bpmn:task id="a" />\n<bpmn:serviceTask id="a" />', 5, 'the id "a"'],
    ['a task inside an unknown element', '\n<bpmn:box><bpmn:serviceTask id="a" /></bpmn:box>', 5, '<bpmn:box>'],
    ['an element of another tool', '<x:box><bpmn:serviceTask id="a" /></x:box>', 4, 'bpmn:extensionElements'],
    ['an attribute twice', '<bpmn:task id="a" name="b" name="c" />', 4, 'already defined'],
    ['text between elements', 'Hello <bpmn:task id="a" />', 4, 'unexpected body text'],
  ])('with %s tells what is not read of it, with line and cause', async (_, content, line, cause) => {
    const result = await readBpmn(diagram(content), moddle);
    expect(result).toMatchObject({
      ok: true,
      unread: [{ line, message: expect.stringContaining(cause) as string }],
    });
  });

  it('tells of references that lead nowhere', async () => {
    const flow = '<bpmn:startEvent id="a" /><bpmn:sequenceFlow id="f" sourceRef="a" targetRef="nope" />';
    expect(await readBpmn(diagram(flow), moddle)).toMatchObject({ ok: true, unread: [], unresolved: ['nope'] });
  });

  it.each([
    ['a tag that is not closed', diagram('').replace('  </bpmn:process>\n', ''), 5, 'closing tag mismatch'],
    ['an event that is not closed', diagram('<bpmn:startEvent id="s"><bpmn:task id="t" />'), 5, 'closing tag mismatch'],
    ['a file that ends too early', diagram('').split('\n').slice(0, 3).join('\n'), 3, 'unexpected end of file'],
    ['an attribute without its quote', diagram('<bpmn:task id="a>'), 4, 'missing closing quotes'],
    ['some other text', 'hello', 1, 'missing start tag'],
    ['another kind of document', '<html/>', 1, 'its root is <html>'],
    ['nothing', ' \n', undefined, 'is empty'],
  ])('that is %s is refused with line and cause', async (_, xml, line, cause) => {
    const result = await readBpmn(xml, moddle);
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.problem.line).toBe(line);
    expect(result.problem.message).toContain(cause);
  });

  it('whatever it is, never rejects', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom('<', '>', '"', '/', 'a', ' ', '&', '!', '-', ':') }),
        async (text) => {
          expect(await readBpmn(diagram(text), moddle)).toHaveProperty('ok');
        },
      ),
      { numRuns: 50 },
    );
  });
});
