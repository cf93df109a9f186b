import type { ConfigurationTemplateSpec } from '../definition/configuration-template.ts';
import type { TemplateSpec } from '../definition/template.ts';
import type { GroupSpec } from '../definition/group.ts';
import type { Json, JsonObject } from '../job-input/index.ts';
import { CONFIGURATION_TEMPLATE_KEYS, GROUP_KEYS, TEMPLATE_KEYS } from './key-order.ts';
import { ordered } from './ordered.ts';
import { emitProperty } from './property.ts';

/** Address that the modelers know the schema by. Source: https://docs.camunda.io/docs/components/modeler/element-templates/template-schema/ */
export const SCHEMA_ADDRESS = 'https://unpkg.com/@camunda/zeebe-element-templates-json-schema/resources/schema.json';

type Members = Readonly<Record<string, Json | undefined>>;

export interface EmitOptions {
  /** Contents of the icon, a data URI; needed where the definition names a file. */
  readonly iconContents?: string;
}

/** The template as the modelers read it: members in the official order. */
export function emitTemplate(template: TemplateSpec, options: EmitOptions = {}): JsonObject {
  const { groups, properties, presets, configurationTemplates, icon, ...rest } = template;
  return ordered(TEMPLATE_KEYS, {
    $schema: SCHEMA_ADDRESS,
    ...(withoutReference(rest) as Members), // texts, numbers, flags and records of them
    ...(groups !== undefined && { groups: emitGroups(groups) }),
    properties: emitProperties(properties),
    ...(presets !== undefined && {
      presets: Object.entries(presets).map(([id, values]) => ({ id, properties: { ...values } })),
    }),
    ...(configurationTemplates !== undefined && {
      configurationTemplates: emitConfigurationTemplates(configurationTemplates),
    }),
    ...(icon !== undefined && { icon: { contents: iconContents(icon, options) } }),
  });
}

function withoutReference(members: Partial<TemplateSpec>): object {
  return Object.fromEntries(Object.entries(members).filter(([key]) => key !== 'reference'));
}

/** The JSON text of a file: two spaces, a final newline. */
export function templateJson(template: TemplateSpec, options: EmitOptions = {}): string {
  return `${JSON.stringify(emitTemplate(template, options), null, 2)}\n`;
}

function emitGroups(groups: Readonly<Record<string, GroupSpec>>): Json {
  return Object.entries(groups).map(([id, group]) => ordered(GROUP_KEYS, { id, ...group }));
}

function emitProperties(properties: TemplateSpec['properties']): Json {
  return Object.entries(properties).map(([id, property]) => emitProperty(id, property));
}

function emitConfigurationTemplates(templates: Readonly<Record<string, ConfigurationTemplateSpec>>): Json {
  return Object.entries(templates).map(([id, { groups, properties, keywords, ...rest }]) =>
    ordered(CONFIGURATION_TEMPLATE_KEYS, {
      id,
      ...rest,
      ...(keywords !== undefined && { keywords: [...keywords] }),
      ...(groups !== undefined && { groups: emitGroups(groups) }),
      properties: emitProperties(properties),
    }),
  );
}

function iconContents(icon: NonNullable<TemplateSpec['icon']>, options: EmitOptions): string {
  if ('contents' in icon) return icon.contents;
  if (options.iconContents === undefined) throw new Error(`the icon ${icon.file} was not read: pass its contents`);
  return options.iconContents;
}
