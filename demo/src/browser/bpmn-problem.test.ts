import { describe, expect, it, vi } from 'vitest';
import { firstBpmnProblem, jsonProblem, losesContent } from './bpmn-problem.ts';

/** The package has no types at its main door. */
interface ModdlePackage {
  readonly BpmnModdle: new () => { fromXML(xml: string): Promise<{ readonly warnings: readonly Error[] }> };
}

const { BpmnModdle } = await vi.importActual<ModdlePackage>('bpmn-moddle');

const GOOD = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x">
  <bpmn:process id="P">
    <bpmn:startEvent id="a" />
  </bpmn:process>
</bpmn:definitions>
`;

async function messagesOf(xml: string): Promise<readonly string[]> {
  try {
    const { warnings } = await new BpmnModdle().fromXML(xml);
    return warnings.map((warning) => warning.message);
  } catch (error) {
    const { message, warnings = [] } = error as Error & { readonly warnings?: readonly Error[] };
    return [...warnings.map((warning) => warning.message), message];
  }
}

describe('a broken BPMN file', () => {
  it.each([
    ['a tag that is not closed', GOOD.replace('  </bpmn:process>\n', ''), 5, 'closing tag mismatch'],
    ['a file that ends too early', GOOD.split('\n').slice(0, 4).join('\n'), 4, 'unexpected end of file'],
    ['an attribute without its quote', GOOD.replace('id="a" />', 'id="a>'), 4, 'missing closing quotes'],
    ['an element that BPMN does not have', GOOD.replace('startEvent', 'foo'), 4, 'unknown type <bpmn:Foo>'],
    ['some other text', 'hello', 1, 'missing start tag'],
  ])('%s: tells line and cause', async (_, xml, line, cause) => {
    const messages = await messagesOf(xml);
    expect(messages.some(losesContent)).toBe(true);
    expect(firstBpmnProblem(messages, xml)).toEqual({ line, cause });
  });

  it('that lacks only a referenced element loses nothing', async () => {
    const flow = '<bpmn:sequenceFlow id="f" sourceRef="a" targetRef="nope" /></bpmn:process>';
    const messages = await messagesOf(GOOD.replace('</bpmn:process>', flow));
    expect(messages).toEqual(['unresolved reference <nope>']);
    expect(messages.some(losesContent)).toBe(false);
  });

  it('of another kind of document has a cause and no line', () => {
    const message = 'failed to parse document as <bpmn:Definitions>';
    expect(firstBpmnProblem([message], '<definitions/>')).toEqual({ cause: message });
  });
});

describe('a broken JSON file', () => {
  it('tells line and cause', () => {
    const text = '{\n  "id": "x",\n  "name" "y"\n}';
    expect(jsonProblem(parseError(text), text)).toMatchObject({
      line: 3,
      cause: expect.stringMatching(/^(Unexpected string|Expected)/) as string,
    });
  });

  it('that ends too early tells its last line', () => {
    const text = '{\n  "id": "x",\n';
    expect(jsonProblem(parseError(text), text)).toMatchObject({ line: 2 });
  });
});

function parseError(text: string): string {
  try {
    JSON.parse(text);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('the text was expected to be broken');
}
