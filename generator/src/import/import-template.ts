import { type Json, type JsonObject, isJsonObject } from '@eventbridge-kit/issue';
import type { TemplateSpec } from '../definition/template.ts';
import { SCHEMA_ADDRESS } from '../emit/template.ts';
import { type Finding, errorAt } from '../lint/rule.ts';
import { shapeFindings } from '../lint/rules/shape.ts';
import { withJobs } from '../types/with-jobs.ts';

export type ImportResult =
  | { readonly ok: true; readonly template: TemplateSpec }
  | { readonly ok: false; readonly problems: readonly Finding[] };

type Path = Finding['path'];

/**
 * Reads a template's JSON as a definition, whoever wrote it: `emitTemplate` gives the same JSON again. A property whose
 * id is missing, taken or a number stands under its place, such as `properties/3`.
 *
 * Only what a definition cannot be made without is asked for; `lintTemplate` says what else is wrong with it.
 */
export function importTemplate(json: unknown): ImportResult {
  if (!isJsonObject(json)) {
    const found = Array.isArray(json) ? 'a list; hand in one of its templates' : String(json);
    return { ok: false, problems: [errorAt([], `a template is a JSON object, found ${found}`)] };
  }
  const repeated: Finding[] = [];
  const records = (list: Json, path: Path): Json => byId(list, path, repeated);
  const { $schema, groups, properties, presets, configurationTemplates, ...rest } = json;
  const template = {
    ...rest,
    ...(!($schema === undefined || $schema === SCHEMA_ADDRESS) && { $schema }),
    ...(groups !== undefined && { groups: records(groups, ['groups']) }),
    properties: importProperties(properties),
    ...(presets !== undefined && { presets: importPresets(records(presets, ['presets'])) }),
    ...(configurationTemplates !== undefined && {
      configurationTemplates: importConfigurations(
        records(configurationTemplates, ['configurationTemplates']),
        records,
      ),
    }),
  };
  const problems = [...shapeFindings(template), ...repeated];
  if (problems.length > 0) return { ok: false, problems };
  // What the definition's type says beyond its shape, the lint rules and the schema's validator say.
  return {
    ok: true,
    template: {
      ...template,
      properties: withJobs(template.properties as unknown as TemplateSpec['properties']),
    } as unknown as TemplateSpec,
  };
}

/** The list as a record; what is no list of objects with an id stays as it is, for its shape to be told. */
function byId(list: Json, path: Path, repeated: Finding[]): Json {
  if (!Array.isArray(list)) return list;
  const found = new Map<string, Json>();
  for (const [index, entry] of list.entries()) {
    const { id, ...rest } = isJsonObject(entry) ? entry : { id: null };
    if (typeof id !== 'string') return list;
    if (found.has(id)) repeated.push(errorAt([...path, index, 'id'], `the id "${id}" stands twice; give each its own`));
    else found.set(id, rest);
  }
  return Object.fromEntries(found);
}

function mapped(record: Json, map: (member: JsonObject, key: string) => Json): Json {
  return isJsonObject(record)
    ? Object.fromEntries(
        Object.entries(record).map(([key, member]) => [key, isJsonObject(member) ? map(member, key) : member]),
      )
    : record;
}

function importPresets(presets: Json): Json {
  return mapped(presets, ({ properties = {} }) => properties);
}

function importConfigurations(configurations: Json, records: (list: Json, path: Path) => Json): Json {
  return mapped(configurations, ({ groups, properties, ...rest }, id) => ({
    ...rest,
    ...(groups !== undefined && { groups: records(groups, ['configurationTemplates', id, 'groups']) }),
    properties: importProperties(properties),
  }));
}

/** A record moves such keys to its front. */
function isNumber(id: string): boolean {
  return /^(0|[1-9]\d*)$/.test(id);
}

function importProperties(list: Json | undefined): Json {
  if (!Array.isArray(list)) return list ?? null;
  const found = new Map<string, Json>();
  for (const [index, member] of list.entries()) {
    if (!isJsonObject(member)) return list;
    const { id, ...rest } = member;
    const own = typeof id === 'string' && !found.has(id) && !isNumber(id);
    const key = own ? id : `properties/${index}`;
    found.set(key, own ? rest : { ...rest, id: typeof id === 'string' ? id : false });
  }
  return Object.fromEntries(found);
}
