import type { DiagramSpec, TaskSpec } from '../../bpmn.ts';
import { around, everything, officialUsual, usual } from './untouched.ts';

/** A mistake that was put into a diagram without one. */
export interface Seed {
  readonly group: string;
  readonly mistake: string;
  readonly diagram: DiagramSpec;
}

/** Seeds of a group, each an untouched task with one thing changed. */
export function seeds(group: string, changes: Readonly<Record<string, DiagramSpec>>): Seed[] {
  return Object.entries(changes).map(([mistake, diagram]) => ({ group, mistake, diagram }));
}

function change(task: TaskSpec) {
  return (inputs: TaskSpec['inputs'], more: Omit<TaskSpec, 'inputs' | 'headers'> = {}): DiagramSpec =>
    around({ ...task, ...more, inputs: { ...task.inputs, ...inputs } });
}

/** The usual task with other inputs. */
export const input = change(usual);

/** The task with every field, with other inputs. */
export const advanced = change(everything);

/** The official task with other inputs. */
export const officialInput = change(officialUsual);

/** The usual task with other headers. */
export function header(headers: Readonly<Record<string, string>>): DiagramSpec {
  return {
    ...around(usual),
    tasks: [{ ...usual, headers: { ...usual.headers, ...headers } }],
  };
}

/** The official task with other headers. */
export function officialHeader(headers: Readonly<Record<string, string>>): DiagramSpec {
  return {
    ...around(officialUsual),
    tasks: [{ ...officialUsual, headers: { ...officialUsual.headers, ...headers } }],
  };
}
