import { isJsonObject } from '@eventbridge-kit/issue';
import { createRequire } from 'node:module';
import { validateZeebe } from '@bpmn-io/element-templates-validator';
import type { DefinitionPath } from '../lint/rule.ts';

/** One thing that the validator finds wrong. */
export interface Finding {
  /** JSON pointer to the place. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly message: string;
  /** JSON pointer to the part of the schema that says so. */
  readonly schemaPath?: string;
  readonly params?: { readonly allowedValues?: readonly unknown[] };
}

/** What is wrong in the JSON, in words, and where. */
export interface SchemaProblem {
  readonly path: DefinitionPath;
  /** Key of the property that it is about. */
  readonly property?: string;
  readonly message: string;
}

/** Everything that Camunda's validator finds wrong in the JSON text, at every level of the schema. */
export function validatorFindings(json: string): readonly Finding[] {
  return validateZeebe(json).errors ?? [];
}

/**
 * What Camunda's validator finds in the JSON text, without what follows from it at the levels above.
 *
 * @param propertyKeys keys of the definition's properties in their order
 */
export function validateJson(json: string, propertyKeys: readonly string[]): SchemaProblem[] {
  const told = new Set<string>();
  return validatorFindings(json).flatMap((finding): SchemaProblem[] => {
    if (follows(finding)) return [];
    const [first, index, ...inside] = finding.instancePath.split('/').slice(1).map(unescape);
    const property = first === 'properties' ? propertyKeys[Number(index)] : undefined;
    const place = property === undefined ? [first, index, ...inside].filter((part) => part !== undefined) : inside;
    const message = `${place.length === 0 ? '' : `${place.join('.')} `}${words(finding)}`;
    if (told.has(`${property ?? ''}: ${message}`)) return [];
    told.add(`${property ?? ''}: ${message}`);
    return [
      property === undefined
        ? { path: place, message }
        : { path: ['properties', property, ...inside], property, message },
    ];
  });
}

/** The schema is for one template or a list of them: each mistake in a template breaks that, too. */
function follows({ instancePath, keyword, message }: Finding): boolean {
  return (
    ['oneOf', 'anyOf', 'allOf', 'if'].includes(keyword) ||
    (instancePath === '' && keyword === 'type' && message === 'must be array')
  );
}

function unescape(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

function words({ keyword, message, params, schemaPath }: Finding): string {
  if (keyword === 'enum' && params?.allowedValues !== undefined) {
    return `must be one of ${params.allowedValues.map(String).join(', ')}`;
  }
  if (keyword === 'not') return forbidden(schemaPath ?? '');
  return message;
}

/** What a `not` of the schema is about: the members that it names. */
function forbidden(schemaPath: string): string {
  const names = bases()
    .map((base) => schemaPath.split('/').slice(1).map(unescape).reduce<unknown>(memberOf, base))
    .flatMap((part) => requiredIn(part));
  return names.length === 0
    ? 'is not allowed beside the rest of it'
    : `must not have ${[...new Set(names)].join(', ')} beside the rest of it`;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

function requiredIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { required } = value as { readonly required?: unknown };
  return [...(Array.isArray(required) ? required.map(String) : []), ...Object.values(value).flatMap(requiredIn)];
}

/** The schema and its definitions: a path of the validator begins at one of them. */
function bases(): readonly unknown[] {
  const schema: unknown = createRequire(import.meta.url)(
    '@camunda/zeebe-element-templates-json-schema/resources/schema.json',
  );
  const definitions = memberOf(schema, 'definitions');
  return [schema, ...(isJsonObject(definitions) ? Object.values(definitions) : [])];
}
