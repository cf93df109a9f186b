import type { TaskSource } from '@eventbridge-kit/event-job';
import type { Json, JsonObject } from '@eventbridge-kit/issue';
import { readVariables, type ReadVariable } from './read-variables.ts';

/** A value for each FEEL type that an analysis can tell; a text that names the variable for the rest. */
const VALUES: Readonly<Record<NonNullable<ReadVariable['type']>, (variable: ReadVariable) => Json>> = {
  context: ({ entries }) => Object.fromEntries(entries.map((entry) => [entry.name, sampleValue(entry)])),
  list: ({ entries }) =>
    entries.length === 0 ? [] : [Object.fromEntries(entries.map((entry) => [entry.name, sampleValue(entry)]))],
  number: () => 1,
  boolean: () => true,
};

/** A value that has the shape in which the variable is read. */
function sampleValue(variable: ReadVariable): Json {
  const make = variable.type === undefined ? undefined : VALUES[variable.type];
  return make ? make(variable) : variable.name;
}

/** A value for every variable read: the example data's where it has one, one of the right shape otherwise. */
export function sampleVariables(variables: readonly ReadVariable[], examples: JsonObject): JsonObject {
  return Object.fromEntries(
    variables.map((variable) => [
      variable.name,
      Object.hasOwn(examples, variable.name) ? (examples[variable.name] ?? null) : sampleValue(variable),
    ]),
  );
}

/** Sample variables for everything that the task reads. */
export function samplesOf(task: TaskSource, examples: JsonObject): JsonObject {
  return sampleVariables(readVariables(task), examples);
}
