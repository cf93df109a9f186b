import type { DiagramElement } from 'bpmn-js-eventbridge';
import { painted } from './pace.ts';
import type { LabModeler } from './types.ts';

/** Filled as keys are pressed. */
export interface PreviewTimes {
  /** From the key to the painted preview, in milliseconds, for each key that has one. */
  readonly ms: number[];
  /** The browser's long tasks meanwhile, in milliseconds. */
  readonly longTasksMs: number[];
  /** Stands still from here on. */
  stop(): void;
}

export async function openPreview(modeler: LabModeler, element: DiagramElement, sample: string): Promise<PreviewTimes> {
  const testSend = modeler.get('eventBridgeTestSend');
  const eventBus = modeler.get('eventBus');
  modeler.get('selection').select(element);
  await testSend.open(element);
  const shown = new Promise<void>((resolve) => eventBus.once('eventBridgeTestSend.previewed', resolve));
  testSend.replaceVariables(sample);
  await shown;
  await painted();
  const times: PreviewTimes = {
    ms: [],
    longTasksMs: [],
    stop: () => {
      pressed = undefined;
      observer.disconnect();
    },
  };
  const observer = new PerformanceObserver((list) => {
    times.longTasksMs.push(...list.getEntries().map(({ duration }) => duration));
  });
  observer.observe({ entryTypes: ['longtask'] });
  let pressed: number | undefined;
  addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), { capture: true });
  eventBus.on('eventBridgeTestSend.previewed', () => {
    const began = pressed;
    if (began === undefined) return;
    pressed = undefined;
    void painted().then((at) => times.ms.push(at - began));
  });
  return times;
}
