import type { JsonObject } from '@eventbridge-kit/issue';
import { SEND_EVENT_JOB_TYPE, sendEvent } from '@eventbridge-kit/templates';
import { AWS_CREDENTIAL } from './aws-credential.ts';

interface BoundProperty {
  readonly binding: { readonly type: string; readonly name?: string };
}

/** The names of the variables that the input mappings of a task write: all that a job needs of its process. */
export const INPUT_VARIABLES: readonly string[] = [
  ...new Set(
    Object.values<BoundProperty>(sendEvent.properties).flatMap(({ binding }) =>
      binding.type === 'zeebe:input' && binding.name !== undefined ? [binding.name.split('.')[0] ?? binding.name] : [],
    ),
  ),
  AWS_CREDENTIAL,
];

/** Those that jobs of these types need: a task of our own type knows no saved credential. */
export function inputVariablesOf(jobTypes: readonly string[]): readonly string[] {
  const onlyOurs = jobTypes.every((type) => type === SEND_EVENT_JOB_TYPE);
  return INPUT_VARIABLES.filter((name) => !onlyOurs || name !== AWS_CREDENTIAL);
}

/** These variables alone, so that the rest of a process can have no effect. */
export function pickInputVariables(variables: JsonObject): JsonObject {
  return Object.fromEntries(
    INPUT_VARIABLES.flatMap((name) => {
      const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
