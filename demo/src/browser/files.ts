import example from '../../examples/order-to-event.bpmn?raw';
import { firstBpmnProblem, losesContent, type FileProblem } from './bpmn-problem.ts';
import empty from './empty.bpmn?raw';
import { fittingViewbox } from './fit.ts';
import type { Modeler } from './modeler.ts';
import { hideNotice, showNotice } from './notice.ts';
import { byId } from './page.ts';
import type { Templates } from './templates.ts';

/** Opens, saves and makes diagrams. A file that cannot be opened leaves the open one as it is. */
export class Files {
  readonly #modeler: Modeler;
  readonly #templates: Templates;
  #name = '';
  #changed = false;

  constructor(modeler: Modeler, templates: Templates) {
    this.#modeler = modeler;
    this.#templates = templates;
    modeler.get('eventBus').on('commandStack.changed', () => this.#setChanged(true));
  }

  openExample(): Promise<void> {
    return this.#open('order-to-event.bpmn', example);
  }

  async openEmpty(): Promise<void> {
    if (this.#mayDiscard()) await this.#open('diagram.bpmn', empty);
  }

  /** Opens a diagram, or adds the element templates of a JSON file. */
  async openFile(file: File): Promise<void> {
    const text = await file.text();
    if (file.name.toLowerCase().endsWith('.json')) {
      this.#templates.add(file.name, text);
      return;
    }
    const problem = await this.#problemOf(text);
    if (problem) {
      const { line, cause } = problem;
      showNotice('error', `${file.name} cannot be opened; the open diagram is unchanged.`, [
        line === undefined ? cause : `Line ${line}: ${cause}`,
      ]);
    } else if (this.#mayDiscard()) await this.#open(file.name, text);
  }

  /** Hands the diagram to the browser as a download. */
  async save(): Promise<void> {
    const { xml = '' } = await this.#modeler.saveXML({ format: true });
    const url = URL.createObjectURL(new Blob([xml], { type: 'application/xml' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = this.#name;
    link.click();
    URL.revokeObjectURL(url);
    this.#setChanged(false);
  }

  get changed(): boolean {
    return this.#changed;
  }

  async #open(name: string, xml: string): Promise<void> {
    const { warnings } = await this.#modeler.importXML(xml);
    this.#name = name;
    this.#setChanged(false);
    const canvas = this.#modeler.get('canvas');
    canvas.viewbox(fittingViewbox(canvas.viewbox()));
    if (warnings.length === 0) hideNotice();
    else showNotice('warning', `${name} was opened, with ${warnings.length} warnings.`, warnings.map(messageOf));
  }

  /** Reads the file apart from the open diagram: importing would clear that one first. */
  async #problemOf(xml: string): Promise<FileProblem | undefined> {
    try {
      const { rootElement, warnings } = await this.#modeler.get('moddle').fromXML(xml);
      const diagrams = rootElement.get('diagrams');
      const lost = warnings.map(messageOf).filter(losesContent);
      if (lost.length > 0) return firstBpmnProblem(lost, xml);
      return Array.isArray(diagrams) && diagrams.length > 0
        ? undefined
        : { cause: 'it has no diagram: found no bpmndi:BPMNDiagram, which says where each shape is drawn' };
    } catch (error) {
      const { warnings = [] } = error as { readonly warnings?: readonly unknown[] }; // as moddle throws it
      return firstBpmnProblem([...warnings, error].map(messageOf), xml);
    }
  }

  #mayDiscard(): boolean {
    return !this.#changed || window.confirm(`Discard the changes in ${this.#name}?`);
  }

  #setChanged(changed: boolean): void {
    this.#changed = changed;
    byId('file-name').textContent = changed ? `${this.#name} (changed)` : this.#name;
  }
}

function messageOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}
