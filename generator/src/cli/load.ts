import { pathToFileURL } from 'node:url';
import type { TemplateSpec } from '../definition/template.ts';

/** A definition that a file exports. */
export interface LoadedDefinition {
  readonly exportName: string;
  readonly template: TemplateSpec;
}

/** The definitions among the exports of a module; throws what the module throws. */
export const loadDefinitions = async (path: string): Promise<LoadedDefinition[]> => {
  // A module's exports are whatever its author wrote.
  const module = (await import(pathToFileURL(path).href)) as Readonly<Record<string, unknown>>;
  return Object.entries(module).flatMap(([exportName, value]) =>
    isDefinition(value) ? [{ exportName, template: value }] : [],
  );
};

/** True for what `defineTemplate` gives, as far as it can be told from the outside. */
const isDefinition = (value: unknown): value is TemplateSpec => {
  if (typeof value !== 'object' || value === null) return false;
  const { id, name, appliesTo, properties } = value as Readonly<Record<string, unknown>>;
  return (
    typeof id === 'string' && typeof name === 'string' && Array.isArray(appliesTo) && typeof properties === 'object'
  );
};
