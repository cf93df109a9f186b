import { readBpmn } from '../../lint/src/bpmn-file.ts';
import { camundaModdle } from '../../lint/src/cli/moddle.ts';

/** The root of a diagram; a test's own XML must be right. */
export async function parse(xml: string): Promise<object> {
  const result = await readBpmn(xml, camundaModdle());
  if (!result.ok) throw new Error(result.problem.message);
  const [problem] = result.unread;
  if (problem) throw new Error(problem.message);
  return result.definitions;
}
