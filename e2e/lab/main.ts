import type { DiagramElement } from 'bpmn-js-eventbridge';
import { readTask, writeInput, type TaskTexts } from './edit.ts';
import { measureEdits, measureHeap } from './measure.ts';
import { createModeler } from './modeler.ts';
import { Pieces, timedScheduler } from './pace.ts';
import type { LabModeler, LabOptions } from './types.ts';

/** What specs and benchmarks call in the page. */
export interface Lab {
  open(options: LabOptions, xml: string): Promise<void>;
  readonly modeler: LabModeler;
  /** One command, as the properties panel makes it. */
  write(id: string, target: string, source: string): void;
  /** What stands in a task. */
  read(id: string): TaskTexts;
  readonly measureEdits: (plan: Parameters<typeof measureEdits>[2]) => ReturnType<typeof measureEdits>;
  readonly measureHeap: (edits: number) => ReturnType<typeof measureHeap>;
}

declare global {
  interface Window {
    lab: Lab;
  }
}

let modeler: LabModeler | undefined;
const idlePieces = new Pieces();

function opened(): LabModeler {
  if (!modeler) throw new Error('open a diagram first');
  return modeler;
}

function elementOf(id: string): DiagramElement {
  const element = opened().get('elementRegistry').get(id);
  if (!element) throw new Error(`the diagram has no element "${id}"`);
  return element;
}

window.lab = {
  async open(options, xml) {
    modeler = createModeler(options, timedScheduler(idlePieces));
    const settled = new Promise<void>((resolve) => {
      if (options.validation) opened().get('eventBus').once('eventBridgeValidation.settled', resolve);
      if (options.mayFail) opened().get('eventBus').once('eventBridgeValidation.failed', resolve);
      else resolve();
    });
    await modeler.importXML(xml);
    await settled;
  },
  get modeler() {
    return opened();
  },
  write: (id, target, source) => writeInput(opened(), elementOf(id), target, source),
  read: (id) => readTask(elementOf(id)),
  measureEdits: (plan) => measureEdits(opened(), idlePieces, plan),
  measureHeap: (edits) => measureHeap(opened(), edits),
};
