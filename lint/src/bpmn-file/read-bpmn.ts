import { isNode, isOfType, read, textOf } from '../model/node.ts';
import type { BpmnProblem } from './problem.ts';

/** A reader of diagrams: bpmn-moddle's, a modeler's own or one made for the purpose. */
export interface ModdleReader {
  /** Rejects with an error that carries `warnings` where the text is no diagram. */
  fromXML(xml: string): Promise<{ readonly rootElement: object; readonly warnings: readonly unknown[] }>;
}

/** A diagram's root, or why the text is none. */
export type BpmnResult =
  | {
      readonly ok: true;
      /** Its root, a `bpmn:Definitions`. */
      readonly definitions: object;
      /** Parts of the file that the root lacks, in the order of the file: who saves the diagram loses them. */
      readonly unread: readonly BpmnProblem[];
      /** Ids that something refers to and that no element has; the reference is not in the diagram. */
      readonly unresolved: readonly string[];
    }
  | { readonly ok: false; readonly problem: BpmnProblem };

/** Reads a diagram. Never rejects. */
export async function readBpmn(xml: string, moddle: ModdleReader): Promise<BpmnResult> {
  if (xml.trim() === '') return failed({ message: 'The file is empty. Save a BPMN diagram into it.' });
  try {
    const { rootElement, warnings } = await moddle.fromXML(xml);
    const root: unknown = rootElement;
    if (!isNode(root) || !isOfType(root, 'bpmn:Definitions')) {
      return failed({ message: 'This is not a BPMN diagram: its root is no bpmn:definitions.' });
    }
    const messages = warnings.map(messageOf);
    return {
      ok: true,
      definitions: root,
      unread: messages.filter((message) => message.startsWith('unparsable content')).map((text) => explain(text, xml)),
      unresolved: messages.flatMap((message) => /^unresolved reference <(.*)>/.exec(message)?.[1] ?? []),
    };
  } catch (error) {
    const messages = [...warningsOf(error), error].map(messageOf).filter((message) => message !== '');
    // after a tag that is not closed, elements stand where they have no place: the tag is the cause
    const cause = messages.find((message) => !MISPLACED.test(message)) ?? messages[0] ?? '';
    return failed(explain(cause, xml));
  }
}

const MISPLACED = /nested error: (?:unknown type|unrecognized element) </;

function failed(problem: BpmnProblem): BpmnResult {
  return { ok: false, problem };
}

/** A complaint of the parser in our words, with the place that it names. */
function explain(complaint: string, xml: string): BpmnProblem {
  const place = placeOf(complaint, xml);
  const cause = /nested error:\s*([^\n]+)/.exec(complaint)?.[1]?.trim() ?? complaint.split('\n')[0] ?? complaint;
  const foreignRoot = /^unexpected element (<[^>]*>)/.exec(cause)?.[1];
  if (foreignRoot !== undefined) return { message: `This is not a BPMN diagram: its root is ${foreignRoot}.`, line: 1 };
  const tag = /^unparsable content (<[^\s/>]+)/.exec(complaint)?.[1];
  const id = /^duplicate ID <(.*)>$/.exec(cause)?.[1];
  if (id !== undefined) {
    return { message: `Two elements have the id "${id}". Give ${tag ?? '<'}> an id of its own.`, ...place };
  }
  if (MISPLACED.test(complaint) && tag !== undefined) {
    const message =
      `${tag}> is no element that BPMN or Camunda 8 has in this place: it and all inside it cannot be read. ` +
      'Remove it, or write the element that is meant; elements of other tools go into bpmn:extensionElements.';
    return { message, ...place };
  }
  return { message: `The XML is broken: ${cause}.`, ...place };
}

/** A warning of the parser is no `Error`, but has a message all the same. */
function messageOf(item: unknown): string {
  return isNode(item) ? (textOf(item, 'message') ?? '') : '';
}

function warningsOf(error: unknown): readonly unknown[] {
  const warnings = isNode(error) ? read(error, 'warnings') : undefined;
  return Array.isArray(warnings) ? warnings : [];
}

/** The parser counts from 0, and loses count at the end of the text. */
function placeOf(complaint: string, xml: string): Pick<BpmnProblem, 'line' | 'column'> {
  if (/unexpected end of file|unclosed tag/.test(complaint)) {
    const lines = xml.trimEnd().split('\n');
    return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
  }
  const [, line, column] = /line:\s*(\d+)\s+column:\s*(\d+)/.exec(complaint) ?? [];
  return line === undefined || column === undefined ? {} : { line: Number(line) + 1, column: Number(column) + 1 };
}
