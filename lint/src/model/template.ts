import { isBefore, parseEngineVersion, type EngineVersion } from './engine-version.ts';
import type { FieldPlace } from './job-task.ts';

/** An element template's JSON, as far as its application to a task reads it. */
export interface Template {
  readonly id: string;
  readonly version?: number;
  readonly icon?: { readonly contents?: string };
  readonly engines?: { readonly camunda?: string };
  readonly properties: readonly TemplateProperty[];
}

/** Whether the template's range, of which templates write the lowest version after a caret, lets the engine in. */
export function isFor({ engines }: Template, engine: EngineVersion | undefined): boolean {
  const lowest = parseEngineVersion(engines?.camunda?.replace(/^\D+/, ''));
  return engine === undefined || lowest === undefined || !isBefore(engine, lowest);
}

export interface TemplateProperty {
  readonly id?: string;
  readonly type?: string;
  readonly value?: string;
  readonly optional?: boolean;
  readonly choices?: readonly { readonly value: string }[];
  readonly condition?: TemplateCondition;
  readonly binding: TemplateBinding;
}

export interface TemplateBinding {
  readonly type: string;
  readonly name?: string;
  readonly key?: string;
  readonly property?: string;
}

export interface TemplateCondition {
  readonly property?: string;
  readonly equals?: unknown;
  readonly oneOf?: readonly unknown[];
  readonly isEmpty?: boolean;
  readonly isActive?: boolean;
  readonly allMatch?: readonly TemplateCondition[];
}

/** Where a task holds a text of a template; the task definition has type and retries. */
export interface TemplatePlace {
  readonly place: FieldPlace | 'definition';
  readonly name: string;
}

/** The place that a property is bound to; undefined for a binding that no job worker hears of. */
export function placeOf({ binding: { type, name, key, property } }: TemplateProperty): TemplatePlace | undefined {
  switch (type) {
    case 'zeebe:input':
      return name === undefined ? undefined : { place: 'input', name };
    case 'zeebe:taskHeader':
      return key === undefined ? undefined : { place: 'header', name: key };
    case 'zeebe:taskDefinition':
      return property === undefined ? undefined : { place: 'definition', name: property };
    case 'zeebe:taskDefinition:type':
      return { place: 'definition', name: 'type' };
    default:
      return undefined;
  }
}

export function keyOf({ place, name }: TemplatePlace): string {
  return `${place} ${name}`;
}

/** The properties whose conditions hold, in order, when the texts of a task are these. */
export function activeProperties(
  { properties }: Template,
  texts: ReadonlyMap<string, string>,
): readonly TemplateProperty[] {
  const valueOf = (property: TemplateProperty): string => {
    const place = placeOf(property);
    return (place && texts.get(keyOf(place))) ?? '';
  };
  const holds = ({ property: id, equals, oneOf, isEmpty, isActive, allMatch }: TemplateCondition): boolean => {
    if (allMatch) return allMatch.every(holds);
    const other = properties.find((property) => property.id === id);
    if (isActive !== undefined) return isActive === (other !== undefined && isOn(other));
    if (other === undefined) return false;
    if (isEmpty !== undefined) return isEmpty === (valueOf(other) === '');
    return (oneOf ?? [equals]).includes(valueOf(other));
  };
  const isOn = ({ condition }: TemplateProperty): boolean => condition === undefined || holds(condition);
  return properties.filter(isOn);
}
