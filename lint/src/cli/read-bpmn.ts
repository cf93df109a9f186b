import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' };
import { isNode, isOfType, read, textOf } from '../model/node.ts';
import type { ModdleReader } from '../bpmn-file/read-bpmn.ts';
import { createModdle } from './moddle.ts';

/** A diagram's root, or why the text is none. */
export type BpmnResult =
  { readonly ok: true; readonly definitions: object } | { readonly ok: false; readonly problem: BpmnProblem };

export interface BpmnProblem {
  readonly message: string;
  /** Counted from 1; absent where the parser names no place. */
  readonly line?: number;
  readonly column?: number;
}

/** The descriptors are the same for every diagram; taking them in takes longer than reading a small one. */
let moddle: ModdleReader | undefined;

/** Reads a diagram with Camunda 8's extensions. Never rejects. */
export async function readBpmn(xml: string): Promise<BpmnResult> {
  if (xml.trim() === '') return failed({ message: 'The file is empty. Save a BPMN diagram into it.' });
  try {
    moddle ??= createModdle({ zeebe });
    const { rootElement } = await moddle.fromXML(xml.replace(/^\uFEFF/, ''));
    const root: unknown = rootElement;
    if (isNode(root) && isOfType(root, 'bpmn:Definitions')) return { ok: true, definitions: root };
    return failed({ message: 'This is not a BPMN diagram: its root is no bpmn:definitions.' });
  } catch (error) {
    return failed(explain(error, xml));
  }
}

function failed(problem: BpmnProblem): BpmnResult {
  return { ok: false, problem };
}

/** The parser's first complaint in our words: cause, and place where it names one. */
function explain(error: unknown, xml: string): BpmnProblem {
  const [first = '', ...others] = [...warningsOf(error), error].map(messageOf);
  const foreignRoot = /nested error: unexpected element (<[^>]*>)/.exec(first)?.[1];
  if (foreignRoot !== undefined) return { message: `This is not a BPMN diagram: its root is ${foreignRoot}.`, line: 1 };
  const cause = /nested error:\s*(.+)/.exec(first)?.[1] ?? first.split('\n')[0] ?? others.join(' ');
  return { message: `The XML is broken: ${cause}.`, ...placeOf(first, xml) };
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
