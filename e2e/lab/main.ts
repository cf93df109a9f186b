import type { DiagramElement } from 'bpmn-js-eventbridge';
import { readTask, writeInput, type TaskTexts } from './edit.ts';
import { measureEdits, measureHeap } from './measure.ts';
import { openPreview, type PreviewTimes } from './preview.ts';
import { createModeler } from './modeler.ts';
import { Pieces, timedScheduler } from './pace.ts';
import type { LabModeler, LabOptions } from './types.ts';

/** What specs and benchmarks call in the page. */
export interface Lab {
  open(options: LabOptions, xml: string): Promise<void>;
  readonly modeler: LabModeler;
  /** One command, as the properties panel makes it. */
  write(id: string, target: string, source: string): void;
  /** Resolves once validation has nothing left to look at, or cannot. */
  settled(): Promise<void>;
  /** What stands in a task. */
  read(id: string): TaskTexts;
  readonly measureEdits: (plan: Parameters<typeof measureEdits>[2]) => ReturnType<typeof measureEdits>;
  readonly measureHeap: (edits: number) => ReturnType<typeof measureHeap>;
  /** Opens test send for a task with sample variables, and takes the time of each key until its preview is painted. */
  openPreview(id: string, sample: string): Promise<PreviewTimes>;
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

/** Resolves once validation has nothing left to look at, or cannot. */
async function settled(): Promise<void> {
  const validation = opened().get('eventBridgeValidation');
  while (validation.isPending && !validation.failure) {
    await new Promise<void>((resolve) => {
      for (const event of ['settled', 'failed'])
        opened().get('eventBus').once(`eventBridgeValidation.${event}`, resolve);
    });
  }
}

window.lab = {
  async open(options, xml) {
    modeler = createModeler(options, timedScheduler(idlePieces));
    await modeler.importXML(xml);
    if (options.validation) await settled();
  },
  get modeler() {
    return opened();
  },
  write: (id, target, source) => writeInput(opened(), elementOf(id), target, source),
  settled,
  read: (id) => readTask(elementOf(id)),
  measureEdits: (plan) => measureEdits(opened(), idlePieces, plan),
  measureHeap: (edits) => measureHeap(opened(), edits),
  openPreview: (id, sample) => openPreview(opened(), elementOf(id), sample),
};
