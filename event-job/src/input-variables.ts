import { getOwn, type JsonObject } from '@eventbridge-kit/issue';
import { OFFICIAL_TEMPLATE, SEND_EVENT_JOB_TYPE, sendEvent } from '@eventbridge-kit/templates';

interface BoundProperty {
  readonly secret?: boolean;
  readonly binding: { readonly type: string; readonly name?: string };
}

const PROPERTIES: readonly BoundProperty[] = Object.values<BoundProperty>(sendEvent.properties);

/** Variable of Camunda's own template: a credential that is kept on the cluster. */
export const AWS_CREDENTIAL = OFFICIAL_TEMPLATE.credential.input;

/** Names of the variables that a task's input mappings write: all that a job needs of its process. */
export const INPUT_VARIABLES: readonly string[] = [
  ...new Set(
    PROPERTIES.flatMap(({ binding }) =>
      binding.type === 'zeebe:input' && binding.name !== undefined ? [binding.name.split('.')[0] ?? binding.name] : [],
    ),
  ),
  AWS_CREDENTIAL,
];

/** Those that jobs of these types need: tasks of our own type have no saved credential. */
export function inputVariablesOf(jobTypes: readonly string[]): readonly string[] {
  const onlyOurs = jobTypes.every((type) => type === SEND_EVENT_JOB_TYPE);
  return INPUT_VARIABLES.filter((name) => !onlyOurs || name !== AWS_CREDENTIAL);
}

/** The input variables alone, so that no other variable of the process has an effect. */
export function pickInputVariables(variables: JsonObject): JsonObject {
  const picked: JsonObject = {};
  for (const name of INPUT_VARIABLES) {
    const value = getOwn(variables, name);
    if (value !== undefined) picked[name] = value;
  }
  return picked;
}

/** Paths of the inputs that the template marks secret: their values are never shown. */
export const SECRET_INPUTS: readonly (readonly string[])[] = PROPERTIES.flatMap(({ secret, binding }) =>
  secret === true && binding.name !== undefined ? [binding.name.split('.')] : [],
);

/** The objects that hold those inputs. Placeholders resolve nowhere else, unless the operator adds fields. */
export const SECRET_FIELDS: readonly string[] = [...new Set(SECRET_INPUTS.flatMap((path) => path.slice(0, 1)))];

/**
 * Whether a text at this path may carry secret placeholders.
 *
 * @param fields dotted paths of variables; each stands for itself and all below it
 */
export function mayResolveAt(fields: readonly string[]): (path: readonly string[]) => boolean {
  const prefixes = fields.map((field) => field.split('.'));
  return (path) => prefixes.some((prefix) => prefix.every((part, at) => path[at] === part));
}
