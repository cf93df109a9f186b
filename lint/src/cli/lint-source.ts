import { thrownText } from '@eventbridge-kit/issue';
import { decodeBpmn } from '../bpmn-file/decode-bpmn.ts';
import type { BpmnProblem } from '../bpmn-file/problem.ts';
import { readBpmn } from '../bpmn-file/read-bpmn.ts';
import { readDiagram } from '../model/diagram.ts';
import { checkDiagram, type ActiveRule } from '../run/check.ts';
import { fixDiagram, type Fixed, type FixRequest } from './fix-diagram.ts';
import { camundaModdle } from './moddle.ts';
import { positionsOf } from './positions.ts';
import { NOT_READ, type FileFinding, type FileReport } from './report.ts';
import type { Source } from './sources.ts';

/**
 * Reads one diagram and looks at it. Never rejects: what cannot be read, whole or in part, is a finding.
 *
 * @param fix what to fix, to write the file anew; absent: nothing
 */
export async function lintSource(source: Source, rules: readonly ActiveRule[], fix?: FixRequest): Promise<FileReport> {
  const file = source.name;
  let bytes: Uint8Array;
  try {
    bytes = await source.read();
  } catch (error) {
    return { file, findings: [unread({ message: `The file cannot be read: ${thrownText(error)}.` })] };
  }
  const decoded = decodeBpmn(bytes);
  if (!decoded.ok) return { file, findings: [unread(decoded.problem)] };
  const diagram = await readBpmn(decoded.xml, camundaModdle());
  if (!diagram.ok) return { file, findings: [unread(diagram.problem)] };
  const fixed: Fixed = fix ? await fixDiagram(decoded.xml, diagram, fix) : { count: 0, obstacles: [] };
  const { xml = decoded.xml, obstacles } = fixed;
  if (fixed.xml !== undefined) {
    try {
      await source.write?.(xml);
    } catch (error) {
      return { file, findings: [unread({ message: `The file cannot be written: ${thrownText(error)}.` })] };
    }
  }
  const issues = checkDiagram(readDiagram(diagram.definitions), rules);
  const positions = issues.length > 0 ? positionsOf(xml) : undefined;
  return {
    file,
    fixed: fixed.count,
    notFixed: obstacles,
    findings: [
      ...diagram.unread.map(unread),
      ...issues.map((issue) => ({ ...issue, ...positions?.get(issue.elementId) })),
    ],
  };
}

function unread(problem: BpmnProblem): FileFinding {
  return { rule: NOT_READ, severity: 'error', field: '', elementId: '', taskId: '', ...problem };
}
