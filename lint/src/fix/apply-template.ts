import { FIELD_PLACES, readJobTask, type FieldPlace } from '../model/job-task.ts';
import type { Template } from '../model/template.ts';
import { conversionOf, type TemplateText } from './conversion.ts';
import { elementsOf, type Element } from './element.ts';

/**
 * The properties of a task of bpmn-moddle after a template was applied to it, as a modeler writes them where the template
 * binds inputs, headers and the task definition alone; every value that has a place in it is kept. The task itself is not
 * changed: a modeler makes one command of them.
 */
export function templateProperties(task: object, template: Template): Readonly<Record<string, unknown>> {
  const read = readJobTask(task);
  if (!read) return {};
  const { $model, extensionElements } = task as Element; // what `readJobTask` read
  const { texts } = conversionOf(read, template);
  const before = extensionElements ? elementsOf(extensionElements as Element, 'values') : []; // its type
  const extensions = $model.create('bpmn:ExtensionElements');
  extensions.$parent = task as Element; // the same
  const made = {
    'zeebe:TaskDefinition': (old: Element | undefined) => {
      const entries = texts.flatMap(({ place, name, text }) => (place === 'definition' ? [[name, text] as const] : []));
      return $model.create('zeebe:TaskDefinition', { ...attributesOf(old), ...Object.fromEntries(entries) });
    },
    'zeebe:IoMapping': (old: Element | undefined) => withFields(old, 'input', texts, $model),
    'zeebe:TaskHeaders': (old: Element | undefined) => withFields(old, 'header', texts, $model),
  };
  const isMade = ($type: string): $type is keyof typeof made => $type in made;
  // Those that are there keep their places.
  const types = new Set([...before.map(({ $type }) => $type), ...Object.keys(made)]);
  types.delete('zeebe:Properties');
  extensions['values'] = [...types].flatMap((type) => {
    const old = before.filter(({ $type }) => $type === type);
    if (!isMade(type)) return old;
    const element = made[type](old[0]);
    element.$parent = extensions;
    return [element];
  });
  return {
    'zeebe:modelerTemplate': template.id,
    'zeebe:modelerTemplateVersion': template.version,
    'zeebe:modelerTemplateIcon': template.icon?.contents,
    extensionElements: extensions,
  };
}

/** Applies a template to a task that nobody is editing. */
export function applyTemplate(task: object, template: Template): void {
  const element = task as Element & { set(name: string, value: unknown): void }; // of bpmn-moddle
  for (const [name, value] of Object.entries(templateProperties(task, template))) element.set(name, value);
}

/** A list of fields in the order of the template. */
function withFields(
  old: Element | undefined,
  at: FieldPlace,
  texts: readonly TemplateText[],
  $model: Element['$model'],
): Element {
  const { extension: type, list, item, name: nameKey, text: textKey } = FIELD_PLACES[at];
  const items = old ? elementsOf(old, list) : [];
  const extension = $model.create(type);
  extension[list] = texts.flatMap(({ place, name, text, isKept, isOptional }) => {
    if (place !== at) return [];
    const found = items.find((entry) => entry[nameKey] === name);
    // An optional mapping without any source is what a modeler takes for none; one with an empty source it keeps.
    const isThere = isKept && found?.[textKey] !== undefined;
    if (!isThere && !text && (isOptional || at === 'header')) return [];
    const hasNone = text === undefined || (text === '' && !isThere);
    const field = $model.create(item, { [nameKey]: name, ...(!hasNone && { [textKey]: text }) });
    field.$parent = extension;
    return [field];
  });
  return extension;
}

/** What an extension element says in attributes. */
function attributesOf(element: Element | undefined): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(element ?? {}).filter(([name]) => !name.startsWith('$')));
}
