import type { TaskSource } from '@eventbridge-kit/event-job';
import { ownEntries } from '@eventbridge-kit/connector';
import { read, variablesOf, type ReadVariable } from 'camunda-feel';

export type { ReadVariable };

/** Names that the engine resolves by itself: secrets and cluster variables are no process variables. */
const ENGINE_NAMES = new Set(['camunda', 'secrets']);

/** Process variables that the task's input mappings and its retries read, in order of their first use. */
export function readVariables(task: TaskSource): readonly ReadVariable[] {
  const found = new Map<string, ReadVariable>();
  const targets = task.inputs.map(({ target }) => target);
  const look = (source: string, index: number): void => {
    const own = ownEntries(targets, index);
    for (const variable of readVariablesOf(source)) {
      if (own.has(variable.name)) continue;
      const known = found.get(variable.name);
      found.set(variable.name, known ? mergeRead(known, variable) : variable);
    }
  };
  task.inputs.forEach(({ source }, index) => look(source, index));
  look(task.retries ?? '', targets.length);
  return [...found.values()];
}

/** Process variables that one text reads, where it is FEEL. */
export function readVariablesOf(source: string): readonly ReadVariable[] {
  const roots = source.startsWith('=') ? read(source.slice(1))?.roots : undefined;
  return variablesOf(roots ?? []).filter(({ name }) => !ENGINE_NAMES.has(name));
}

/** One variable as two places read it. */
export function mergeRead(one: ReadVariable, other: ReadVariable): ReadVariable {
  const entries = new Map(one.entries.map((entry) => [entry.name, entry]));
  for (const entry of other.entries) {
    const known = entries.get(entry.name);
    entries.set(entry.name, known ? mergeRead(known, entry) : entry);
  }
  const type = one.type ?? other.type;
  return { name: one.name, ...(type !== undefined && { type }), entries: [...entries.values()] };
}
