import { isRecord } from '@eventbridge-kit/issue';
import { EVENT_JOB_TYPES } from '../model/families/ids.ts';
import type { JobTask } from '../model/job-task.ts';
import { extensionOf, itemsOf, textOf, type ModdlePath, type Node } from '../model/node.ts';
import type { Edit, Fix } from './fix.ts';
import {
  activeProperties,
  keyOf,
  placeOf,
  type Template,
  type TemplatePlace,
  type TemplateProperty,
} from '../model/template.ts';

/** A text that a task has after a template was applied to it. */
export interface TemplateText extends TemplatePlace {
  /** Undefined where the template has none for the place and the task had none. */
  readonly text: string | undefined;
  /** True where the task had it before, word for word. */
  readonly isKept: boolean;
  readonly isOptional: boolean;
}

/** What becomes of a task when a template is applied to it and every value that has a place in it is kept. */
export interface Conversion {
  /** In the order of the template. */
  readonly texts: readonly TemplateText[];
  /** Names of what the task says now and the template has no place for. */
  readonly lost: readonly string[];
  /** The same as edits: a modeler applies the template, and gets back the values that it would not keep. */
  fix(title: string): Fix;
}

/** Headers that a template writes itself. */
const OF_THE_TEMPLATE = new Set(['elementTemplateId', 'elementTemplateVersion']);

interface Had extends TemplatePlace {
  readonly text: string;
}

export function conversionOf(task: JobTask, template: Template): Conversion {
  const had = textsOf(task);
  // Of several of a name the last counts.
  const before = new Map(had.map((one) => [keyOf(one), one.text]));
  const texts = settled(template, before);
  const kept = new Set(texts.flatMap((one) => (one.isKept ? [keyOf(one)] : [])));
  return {
    texts,
    lost: [
      ...new Set([
        ...had.flatMap((one) => (isLoss(one) && !kept.has(keyOf(one)) ? [lostName(one)] : [])),
        ...extensionProperties(task),
      ]),
    ],
    fix: (title) => ({
      title,
      edits: [
        {
          kind: 'apply-template',
          templateId: template.id,
          ...(template.version !== undefined && { version: template.version }),
        },
        ...texts.flatMap(({ place, name, text, isKept }): Edit[] =>
          isKept && place !== 'definition' && text !== undefined && text !== ''
            ? [{ kind: 'set-field', place, name, text }]
            : [],
        ),
        ...(task.retries ? [{ kind: 'set-retries', text: task.retries.text } as const] : []),
      ],
    }),
  };
}

function textsOf({ node, inputs, headers, outputs, jobType, retries }: JobTask): readonly Had[] {
  return [
    // A mapping without a source is a modeler's empty field: the template's own value stands there.
    ...[...inputs, ...headers, ...outputs].filter(({ text, path }) => text !== '' || isWritten(node, path)),
    ...(jobType ? [{ place: 'definition' as const, name: 'type', text: jobType.text }] : []),
    ...(retries ? [{ place: 'definition' as const, name: 'retries', text: retries.text }] : []),
  ];
}

function isWritten(node: Node, path: ModdlePath): boolean {
  return (
    path.reduce<unknown>(
      (at, name) => (isRecord(at) || Array.isArray(at) ? Reflect.get(at, name) : undefined),
      node,
    ) !== undefined
  );
}

/** Whether it is worth a word that a text goes; retries stay, whatever the template says of them. */
function isLoss({ place, name, text }: Had): boolean {
  if (text.trim() === '') return false;
  if (place === 'definition') return name === 'type' && !EVENT_JOB_TYPES.includes(text);
  return place !== 'header' || !OF_THE_TEMPLATE.has(name);
}

/** A job type has no name of its own in a diagram. */
function lostName({ place, name }: Had): string {
  return place === 'definition' ? 'job type' : name;
}

/** Lost values for a person: by the label of the panel where that is known, with the name in the diagram behind it. */
export function lostText(lost: Conversion['lost'], labelOf: (name: string) => string | undefined): string {
  return lost
    .map((name) => {
      const label = labelOf(name);
      return label === undefined ? name : `${label} (${name})`;
    })
    .join(', ');
}

/** What a modeler keeps beside the job, its example data for one; applying a template removes it. */
function extensionProperties({ node }: JobTask): readonly string[] {
  const found = extensionOf(node, 'zeebe:Properties');
  return found
    ? itemsOf(found.node, 'properties', 'zeebe:Property', found.path).map((item) => textOf(item.node, 'name') ?? '')
    : [];
}

/** The texts when no condition of the template changes any more. */
function settled(template: Template, before: ReadonlyMap<string, string>): readonly TemplateText[] {
  let texts: readonly TemplateText[] = [];
  let now = before;
  // One round more than there are properties: conditions that never come to rest do not hold up anything.
  for (let round = 0; round <= template.properties.length; round++) {
    const next = activeProperties(template, now).flatMap((property) => textOfProperty(property, before) ?? []);
    const isSettled = next.length === texts.length && next.every((one, at) => keyOf(one) === keyOf(texts[at] ?? one));
    texts = next;
    if (isSettled) break;
    now = new Map(texts.map((one) => [keyOf(one), one.text ?? '']));
  }
  return texts;
}

function textOfProperty(property: TemplateProperty, before: ReadonlyMap<string, string>): TemplateText | undefined {
  const place = placeOf(property);
  if (!place) return undefined;
  const had = before.get(keyOf(place));
  const isKept = had !== undefined && canHold(property, had);
  return { ...place, text: isKept ? had : property.value, isKept, isOptional: property.optional === true };
}

/** A hidden property is the template's own, a dropdown takes its choices alone. */
function canHold({ type, choices = [] }: TemplateProperty, text: string): boolean {
  if (type === 'Hidden') return false;
  return type !== 'Dropdown' || choices.some(({ value }) => value === text);
}
