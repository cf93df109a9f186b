import { readFileSync } from 'node:fs';

/** The part of an element template that the tests read. */
export interface ElementTemplate {
  readonly id: string;
  readonly version: number;
  readonly engines?: { readonly camunda: string };
  readonly properties: readonly TemplateProperty[];
}

export interface TemplateProperty {
  readonly id?: string;
  readonly label?: string;
  readonly type: string;
  readonly value?: string;
  readonly description?: string;
  readonly placeholder?: string;
  readonly secret?: boolean;
  readonly optional?: boolean;
  readonly feel?: string;
  readonly constraints?: { readonly notEmpty?: boolean };
  readonly condition?: { readonly property: string; readonly equals: string };
  readonly choices?: readonly { readonly value: string }[];
  readonly binding: {
    readonly type: string;
    readonly name?: string;
    readonly key?: string;
    readonly property?: string;
  };
}

const root = new URL('../../../', import.meta.url);

function load(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, root), 'utf8'));
}

/** This project's template, as it is generated. */
export const sendEventTemplate = load('templates/send-event.json') as ElementTemplate; // the template's one shape

/** Every version of the official template. */
export const officialTemplates = load(
  'node_modules/@camunda/connectors-element-templates/src/element-templates/aws-eventbridge-outbound-connector.json',
) as readonly ElementTemplate[]; // the file's one shape

export function inputNames(template: ElementTemplate): readonly string[] {
  return template.properties.flatMap(({ binding }) =>
    binding.type === 'zeebe:input' && binding.name !== undefined ? [binding.name] : [],
  );
}
