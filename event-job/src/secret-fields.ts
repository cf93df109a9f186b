import { sendEvent } from '@eventbridge-kit/templates';

interface MarkedProperty {
  readonly secret?: boolean;
  readonly binding: { readonly type: string; readonly name?: string };
}

/** Where the values of `{{secrets.NAME}}` come from. */
export interface SecretProvider {
  /** The secret's value; undefined when there is none of this name. */
  lookup(name: string): string | undefined;
}

/** Paths of the inputs that the template marks secret: whatever stands there is never told. */
export const SECRET_INPUTS: readonly (readonly string[])[] = Object.values<MarkedProperty>(
  sendEvent.properties,
).flatMap(({ secret, binding }) => (secret === true && binding.name !== undefined ? [binding.name.split('.')] : []));

/** The objects that hold those inputs: here alone placeholders resolve, unless the operator adds more. */
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
