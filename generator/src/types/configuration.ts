import { type JsonObject, jsonObject } from '../job-input/index.ts';
import type { Checked, Property } from './checked.ts';
import type { CommonSpec } from './common.ts';
import type { PropertyKind } from './property-kind.ts';

/** A chooser of saved configurations, for example of credentials (Camunda 8.10 and newer). */
export interface ConfigurationSpec extends CommonSpec {
  /** Id of one of the template's `configurationTemplates`. */
  readonly configurationTemplate: string;
  readonly configurationTemplateVersion?: number;
  /** The user chooses; there is no default. */
  readonly value?: never;
}

/** A chooser of saved configurations, for example of credentials (Camunda 8.10 and newer). */
export function configuration<const S extends ConfigurationSpec>(
  spec: S & Checked<S, ConfigurationSpec>,
): Property<'Configuration', S, JsonObject> {
  // The mapped return type adds exactly the two members that are added here.
  return { job: jsonObject(), ...spec, type: 'Configuration' } as unknown as Property<'Configuration', S, JsonObject>;
}

export const configurationKind: PropertyKind = {
  type: 'Configuration',
  control: 'configuration chooser',
  visible: true,
  job: jsonObject,
};
