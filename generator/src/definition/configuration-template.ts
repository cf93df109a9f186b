import type { PropertyBinding } from '../bindings/property.ts';
import type { AnyProperty } from '../types/registry.ts';
import type { GroupSpec } from './group.ts';

/** A property of a configuration template: plain values only, without FEEL. */
export type ConfigurationProperty = Exclude<AnyProperty, { readonly type: 'Configuration' }> & {
  readonly binding: PropertyBinding;
  readonly feel?: never;
  readonly optional?: never;
};

/** The shape of a configuration that a `Configuration` property can choose (Camunda 8.10 and newer). */
export interface ConfigurationTemplateSpec {
  /** The class of configuration, for example `CREDENTIAL`. */
  readonly kind: string;
  readonly version: number;
  readonly name: string;
  readonly description?: string;
  readonly documentationRef?: string;
  readonly keywords?: readonly string[];
  readonly groups?: Readonly<Record<string, GroupSpec>>;
  readonly properties: Readonly<Record<string, ConfigurationProperty>>;
}
