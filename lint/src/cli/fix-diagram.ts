import type { BpmnResult } from '../bpmn-file/read-bpmn.ts';
import { applyFix, canApply } from '../fix/apply-fix.ts';
import { readDiagram } from '../model/diagram.ts';
import { checkDiagram, type ActiveRule } from '../run/check.ts';
import { camundaModdle } from './moddle.ts';

type Readable = Extract<BpmnResult, { readonly ok: true }>;

/** What became of a diagram: its new text and how many fixes it has, none of either; or why it cannot be written. */
export type Fixed =
  { readonly count: number; readonly xml?: string } | { readonly count: 0; readonly obstacle: string };

/** More fixes than a task has fields: one that does not mend is not tried for ever. */
const MAX_ROUNDS = 100;

/** Makes every fix that needs no modeler. The definitions are changed; a file of which something would be lost is not. */
export async function fixDiagram(xml: string, diagram: Readable, rules: readonly ActiveRule[]): Promise<Fixed> {
  if (!hasFix(diagram, rules)) return { count: 0 };
  const obstacle = obstacleTo(xml, diagram);
  if (obstacle !== undefined) return { count: 0, obstacle };
  const made = new Set<string>();
  for (let round = 0; round < MAX_ROUNDS; round++) if (!fixOnce(diagram, rules, made)) break;
  const text = await camundaModdle().toXML(diagram.definitions);
  return { count: made.size, xml: xml.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text };
}

function hasFix({ definitions }: Readable, rules: readonly ActiveRule[]): boolean {
  return checkDiagram(readDiagram(definitions), rules).some(({ fix }) => fix && canApply(fix));
}

/** What a model of the diagram does not hold. */
function obstacleTo(xml: string, { unread, unresolved }: Readable): string | undefined {
  if (unread.length > 0) return 'a part of it cannot be read';
  if (unresolved.length > 0) return `it refers to ${unresolved.join(', ')}, which is not in it`;
  return /<!--|<!\[CDATA\[/.test(xml) ? 'it has comments or CDATA, which would be lost' : undefined;
}

/** One fix for each task: the next may depend on what it did. False where there was none. */
function fixOnce({ definitions }: Readable, rules: readonly ActiveRule[], made: Set<string>): boolean {
  const diagram = readDiagram(definitions);
  const nodes = new Map(diagram.tasks.map(({ id, node }) => [id, node]));
  for (const { taskId, field, rule, fix } of checkDiagram(diagram, rules)) {
    const node = nodes.get(taskId);
    const key = JSON.stringify([taskId, rule, field, fix?.edits]);
    if (!fix || !node || !canApply(fix) || made.has(key)) continue;
    made.add(key);
    nodes.delete(taskId);
    applyFix(node, fix);
  }
  return nodes.size < diagram.tasks.length;
}
