import { readBpmn } from '../src/cli/read-bpmn.ts';

/** The root of a diagram; a test's own XML must be right. */
export async function parse(xml: string): Promise<object> {
  const result = await readBpmn(xml);
  if (!result.ok) throw new Error(result.problem.message);
  return result.definitions;
}
