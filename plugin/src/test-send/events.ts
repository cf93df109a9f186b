import type { TestSendReport } from '@eventbridge-kit/event-job';
import type { DiagramElement } from '../host/bpmn-js.ts';

/** Events that the module fires on the host's event bus, with what each carries. */
export interface TestSendEvents {
  /** The panel shows a task. */
  'eventBridgeTestSend.opened': { readonly element: DiagramElement };
  'eventBridgeTestSend.closed': { readonly element: DiagramElement };
  /** Anything that the panel shows has changed. */
  'eventBridgeTestSend.changed': { readonly element: DiagramElement };
  /** The preview that is shown has changed. */
  'eventBridgeTestSend.previewed': object;
  /** A test send has its report. */
  'eventBridgeTestSend.finished': { readonly element: DiagramElement; readonly report: TestSendReport };
}
