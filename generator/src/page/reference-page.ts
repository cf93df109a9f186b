import { bindingKind } from '../bindings/kind-of.ts';
import type { TemplateSpec } from '../definition/template.ts';
import { type AnyProperty, PROPERTY_KINDS } from '../types/registry.ts';
import { fieldSection } from './field.ts';
import { blocks, code, factTable, fromHtml, link, table } from './markdown.ts';

/** The first line of every reference page. */
export const PAGE_MARK = '<!-- Generated from the template definition: change that, not this page. -->';

/** The reference page of a template: every field with what it takes, and the author's own sections. */
export function referencePage(template: TemplateSpec): string {
  const { introduction, sections = {} } = template.reference ?? {};
  return `${blocks([
    PAGE_MARK,
    `# ${template.name}`,
    template.description === undefined ? undefined : `${fromHtml(template.description)}.`.replace('..', '.'),
    introduction,
    factTable(templateFacts(template)),
    ...ungrouped(template),
    ...Object.entries(template.groups ?? {}).map(([id, group]) => groupSection(id, group.label, template)),
    hiddenSection(template),
    ...Object.entries(sections).flatMap(([title, text]) => [`## ${title}`, text.trim()]),
  ])}\n`;
}

type Fact = readonly [string, string];

function templateFacts(template: TemplateSpec): readonly Fact[] {
  const { version, engines = {}, keywords = [], documentationRef } = template;
  return [
    ['Template id', code(template.id)],
    ...(version === undefined ? [] : [['Version', String(version)] as const]),
    ['Applies to', template.appliesTo.map(code).join(', ')],
    ...(template.elementType === undefined ? [] : [['Element', elementWords(template.elementType)] as const]),
    ...Object.entries(engines).map(([engine, range]: [string, string]): Fact => [
      `Engine ${code(engine)}`,
      code(range),
    ]),
    ...(keywords.length === 0 ? [] : [['Found by', keywords.join(', ')] as const]),
    ...(documentationRef === undefined ? [] : [['Documentation', link(documentationRef, documentationRef)] as const]),
  ];
}

function elementWords(element: NonNullable<TemplateSpec['elementType']>): string {
  return [element.value, element.eventDefinition]
    .flatMap((part) => (part === undefined ? [] : [code(part)]))
    .join(' with ');
}

function visible(template: TemplateSpec): [string, AnyProperty][] {
  return Object.entries(template.properties).filter(([, property]) => PROPERTY_KINDS[property.type].visible);
}

function ungrouped(template: TemplateSpec): string[] {
  return visible(template)
    .filter(([, property]) => property.group === undefined)
    .map(([id, property]) => fieldSection(id, property, template));
}

function groupSection(group: string, label: string, template: TemplateSpec): string | undefined {
  const fields = visible(template).filter(([, property]) => property.group === group);
  if (fields.length === 0) return undefined;
  return blocks([`## ${label}`, ...fields.map(([id, property]) => fieldSection(id, property, template))]);
}

/** What the template writes without asking. */
function hiddenSection(template: TemplateSpec): string | undefined {
  const rows = Object.values(template.properties)
    .filter((property) => !PROPERTY_KINDS[property.type].visible)
    .map((property) => [
      bindingKind(property.binding).describe(property.binding),
      property.value === undefined ? 'generated' : code(String(property.value)),
    ]);
  return rows.length === 0 ? undefined : blocks(['## Set by the template', table(['Written to', 'Value'], rows)]);
}
