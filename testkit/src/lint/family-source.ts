import { sendEventTemplate, type TemplateProperty } from './templates.ts';

const MADE = '// Made by `npm run generate` from templates/send-event.ts; a test fails when it is stale.';

/** The source of `model/families/template-id.generated.ts`: what tells a task of this project's template from others. A modeler loads it at its start. */
export function templateIdSource(): string {
  const { id, version, properties } = sendEventTemplate;
  const jobType = properties.find(
    ({ binding: { type, property } }) => `${type}#${property}` === 'zeebe:taskDefinition#type',
  );
  return `${MADE}

export const TEMPLATE = {
  id: ${text(id)},
  version: ${version},
  jobType: ${text(jobType?.value ?? '')},
} as const;
`;
}

/** The source of `model/families/send-event.generated.ts`: what lint knows of the rest of the template, as the template has it. */
export function familySource(): string {
  const { engines, properties } = sendEventTemplate;
  const inputs = properties.flatMap((property) => {
    const { name, type } = property.binding;
    return type === 'zeebe:input' && name !== undefined ? [{ ...property, name }] : [];
  });
  const named = (property: TemplateProperty | undefined): string => property?.binding.name ?? '';
  return `${MADE}

import type { Template } from '../template.ts';
import { TEMPLATE } from './template-id.generated.ts';

/** Where its values stand in a task, and when: what its JSON says besides is for people. */
export const PLACES: Template = {
  id: TEMPLATE.id,
  version: TEMPLATE.version,
  engines: ${JSON.stringify(engines)},
  properties: ${JSON.stringify(properties.map(placeIn))},
};

/** Names of the inputs, in the order of the template. */
export const INPUTS: readonly string[] = [
${inputs.map(({ name }) => `  ${text(name)},`).join('\n')}
];

/** What the template calls each field, in its order. */
export const LABELS: Readonly<Record<string, string>> = {
${properties
  .flatMap(({ label, binding: { name, key, property } }) =>
    label === undefined ? [] : [`  ${text(name ?? key ?? property ?? '')}: ${text(label)},`],
  )
  .join('\n')}
};

/** Inputs that must not be empty, in that order; \`when\` the input it names has this value, by default \`otherwise\`. */
export const REQUIRED: readonly {
  readonly input: string;
  readonly when?: { readonly input: string; readonly equals: string; readonly otherwise: string };
}[] = [
${inputs
  .filter(({ constraints, choices }) => constraints?.notEmpty === true && !choices)
  .map(({ name, condition }) => {
    if (!condition) return `  { input: ${text(name)} },`;
    const decisive = properties.find((property) => property.id === condition.property);
    return `  { input: ${text(name)}, when: { input: ${text(named(decisive))}, equals: ${text(condition.equals)}, otherwise: ${text(decisive?.value ?? '')} } },`;
  })
  .join('\n')}
];

/** Inputs that hold a credential: how a message calls them, and the secret that the template proposes. */
export const SECRETS: Readonly<Record<string, { readonly label: string; readonly name: string }>> = {
${inputs
  .filter(({ secret }) => secret)
  .map(
    ({ name, label = '', value, description = '' }) =>
      `  ${text(name)}: { label: ${text(`The ${label.charAt(0).toLowerCase()}${label.slice(1)}`)}, name: ${text(/secrets\.([A-Z_]+)/.exec(value ?? description)?.[1] ?? '')} },`,
  )
  .join('\n')}
};

/** Values of the inputs that are a choice, the empty one left out. */
export const CHOICES: Readonly<Record<string, readonly string[]>> = {
${inputs
  .flatMap(({ name, choices }) =>
    choices
      ? [`  ${text(name)}: [${choices.flatMap(({ value }) => (value === '' ? [] : [text(value)])).join(', ')}],`]
      : [],
  )
  .join('\n')}
};
`;
}

/** A property without what only people read. */
function placeIn({ id, type, value, optional, choices, condition, binding }: TemplateProperty): object {
  const isReferred = sendEventTemplate.properties.some((other) => other.condition?.property === id);
  return {
    ...(isReferred && { id }),
    ...((type === 'Hidden' || type === 'Dropdown') && { type }),
    ...(value !== undefined && { value }),
    ...(optional && { optional }),
    ...(choices && { choices: choices.map((choice) => ({ value: choice.value })) }),
    ...(condition && { condition: { property: condition.property, equals: condition.equals } }),
    binding,
  };
}

function text(value: string): string {
  return `'${value}'`;
}
