import { CloudElementTemplatesCoreModule } from 'bpmn-js-element-templates/core';
import Modeler from 'bpmn-js-headless/lib/Modeler';
import CamundaCloudBehaviors from 'camunda-bpmn-js-behaviors/lib/camunda-cloud';
import { createRequire } from 'node:module';

const zeebe = createRequire(import.meta.url)('zeebe-bpmn-moddle/resources/zeebe.json') as object;

interface Services {
  readonly commandStack: { undo(): void; canUndo(): boolean };
  readonly elementRegistry: { get(id: string): object | undefined };
  readonly elementTemplates: { applyTemplate(element: object, template: object): object };
  readonly elementTemplatesLoader: { setTemplates(templates: readonly object[]): void };
  readonly eventBus: {
    on(event: string, priority: number, listener: (event: { readonly errors?: readonly Error[] }) => void): void;
  };
}

/** A modeler without a page, as far as tests use it. */
export interface HeadlessModeler {
  get<Name extends keyof Services>(name: Name): Services[Name];
  get(name: string, strict: false): unknown;
  getDefinitions(): object;
  importXML(xml: string): Promise<{ readonly warnings: readonly { readonly message: string }[] }>;
  saveXML(options: { readonly format: boolean }): Promise<{ readonly xml: string }>;
}

/** A diagram in a modeler without a page, which has these templates: their own code applies them. */
export async function openHeadless(xml: string, templates: readonly object[]): Promise<HeadlessModeler> {
  const modeler = new Modeler({
    additionalModules: [CamundaCloudBehaviors, CloudElementTemplatesCoreModule],
    moddleExtensions: { zeebe },
  }) as unknown as HeadlessModeler; // the host has no types
  const wrong: Error[] = [];
  modeler.get('eventBus').on('elementTemplates.errors', 1000, ({ errors = [] }) => {
    wrong.push(...errors);
  });
  const { warnings } = await modeler.importXML(xml);
  if (warnings.length > 0) throw new Error(warnings.map(({ message }) => message).join('\n'));
  modeler.get('elementTemplatesLoader').setTemplates(templates);
  if (wrong.length > 0) throw new AggregateError(wrong, wrong.map(({ message }) => message).join('\n'));
  return modeler;
}

/** The diagram after the modeler applied the template to a task, whatever it had before. */
export async function withTemplate(xml: string, taskId: string, template: object): Promise<string> {
  const modeler = await openHeadless(xml, [template]);
  const task = modeler.get('elementRegistry').get(taskId);
  if (task === undefined) throw new Error(`the diagram has no element ${taskId}`);
  modeler.get('elementTemplates').applyTemplate(task, template);
  return (await modeler.saveXML({ format: true })).xml;
}

/** A diagram of `bpmn` with the shape of its first task: a modeler opens none without. */
export function drawn(xml: string): string {
  const shape = `<bpmndi:BPMNDiagram id="Diagram_1"><bpmndi:BPMNPlane id="Plane_1" bpmnElement="Process_1"><bpmndi:BPMNShape id="Shape_1" bpmnElement="Task_1"><dc:Bounds x="160" y="80" width="100" height="80" /></bpmndi:BPMNShape></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`;
  return xml
    .replace(
      '<bpmn:definitions ',
      '<bpmn:definitions xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" ',
    )
    .replace('</bpmn:definitions>', `${shape}</bpmn:definitions>`);
}
