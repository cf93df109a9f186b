import type { DiagramElement } from 'bpmn-js-eventbridge';
import type { LabModeler } from './types.ts';

/** A moddle element, as far as an edit reads it. */
interface Moddle {
  readonly $type: string;
  get(name: string): unknown;
}

function extension({ businessObject }: DiagramElement, type: string): Moddle | undefined {
  const extensions = (businessObject.get('extensionElements') as Moddle).get('values') as readonly Moddle[];
  return extensions.find(({ $type }) => $type === type);
}

/** The list of an extension, in the order of the diagram; empty without it. */
function listOf(element: DiagramElement, type: string, list: string): readonly Moddle[] {
  return (extension(element, type)?.get(list) ?? []) as readonly Moddle[]; // the list of that type
}

function inputsOf(element: DiagramElement): readonly Moddle[] {
  return listOf(element, 'zeebe:IoMapping', 'inputParameters');
}

function inputOf(element: DiagramElement, target: string): Moddle {
  const found = inputsOf(element).find((input) => input.get('target') === target);
  if (!found) throw new Error(`the task has no input "${target}"`);
  return found;
}

/** What stands in a task. */
export interface TaskTexts {
  readonly template: unknown;
  readonly version: unknown;
  readonly type: unknown;
  readonly retries: unknown;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly outputs: Readonly<Record<string, unknown>>;
}

export function readTask(element: DiagramElement): TaskTexts {
  const texts = (items: readonly Moddle[], name: string, text: string): Record<string, unknown> =>
    Object.fromEntries(items.map((item): [string, unknown] => [String(item.get(name)), item.get(text)]));
  const definition = extension(element, 'zeebe:TaskDefinition');
  return {
    template: element.businessObject.get('zeebe:modelerTemplate'),
    version: element.businessObject.get('zeebe:modelerTemplateVersion'),
    type: definition?.get('type'),
    retries: definition?.get('retries'),
    inputs: texts(inputsOf(element), 'target', 'source'),
    headers: texts(listOf(element, 'zeebe:TaskHeaders', 'values'), 'key', 'value'),
    outputs: texts(listOf(element, 'zeebe:IoMapping', 'outputParameters'), 'target', 'source'),
  };
}

/** Writes the variable of the result: what other tasks write is compared with it. */
export function writeResultVariable(modeler: LabModeler, element: DiagramElement, value: string): void {
  const header = listOf(element, 'zeebe:TaskHeaders', 'values').find((item) => item.get('key') === 'resultVariable');
  if (!header) throw new Error('the task has no result variable');
  modeler.get('modeling').updateModdleProperties(element, header, { value });
}

/** One command, as the properties panel makes it. */
export function writeInput(modeler: LabModeler, element: DiagramElement, target: string, source: string): void {
  modeler.get('modeling').updateModdleProperties(element, inputOf(element, target), { source });
}
