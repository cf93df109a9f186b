import type { BpmnResult } from '../bpmn-file/read-bpmn.ts';
import { applyFix, canApply } from '../fix/apply-fix.ts';
import { readDiagram } from '../model/diagram.ts';
import { checkDiagram, type ActiveRule } from '../run/check.ts';
import type { ConversionTarget } from './conversion-target.ts';
import { conversions, convertDiagram } from './convert-diagram.ts';
import { camundaModdle } from './moddle.ts';

type Readable = Extract<BpmnResult, { readonly ok: true }>;

/** What `--fix` is asked for. */
export interface FixRequest {
  readonly rules: readonly ActiveRule[];
  /** The template that tasks of other connectors are changed to; absent: none is. */
  readonly convertTo?: ConversionTarget;
}

/** What became of a diagram. */
export interface Fixed {
  /** How many fixes it has, conversions among them. */
  readonly count: number;
  /** Its new text, where it has one. */
  readonly xml?: string;
  /** Why it cannot be written, or a task of it not changed, each without the full stop. */
  readonly obstacles: readonly string[];
}

/** More fixes than a task has fields: one that does not help is not tried for ever. */
const MAX_ROUNDS = 100;

/** Makes what is asked for without a modeler. The definitions are changed; a file of which something would be lost is not. */
export async function fixDiagram(xml: string, diagram: Readable, { rules, convertTo }: FixRequest): Promise<Fixed> {
  const { definitions } = diagram;
  if (!hasFix(diagram, rules) && (!convertTo || conversions(definitions, convertTo).length === 0)) {
    return { count: 0, obstacles: [] };
  }
  const obstacle = obstacleTo(xml, diagram);
  if (obstacle !== undefined) return { count: 0, obstacles: [`it is not fixed: ${obstacle}`] };
  const converted = convertTo ? convertDiagram(definitions, convertTo) : { count: 0, kept: [] };
  const made = new Set<string>();
  for (let round = 0; round < MAX_ROUNDS; round++) if (!fixOnce(diagram, rules, made)) break;
  const count = made.size + converted.count;
  if (count === 0) return { count, obstacles: converted.kept };
  const text = await camundaModdle().toXML(definitions);
  return {
    count,
    xml: xml.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text,
    obstacles: converted.kept,
  };
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
