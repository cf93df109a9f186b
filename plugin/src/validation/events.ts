import type { DiagramElement } from '../host/bpmn-js.ts';

/** Events that validation fires on the host's event bus, with what each carries. */
export interface ValidationEvents {
  /** The issues of these elements have changed; none of them may be left in the diagram, or none may be drawn. */
  'eventBridgeValidation.changed': { readonly elements: readonly DiagramElement[] };
  /** Everything that had changed has been looked at, the rules about several elements included. */
  'eventBridgeValidation.settled': object;
  /** The rules could not be loaded: nothing is checked until another try succeeds. */
  'eventBridgeValidation.failed': { readonly error: unknown };
  /** A fix has been made, as one step. */
  'eventBridgeFixes.applied': object;
  'eventBridgeProblems.opened': object;
  'eventBridgeProblems.closed': object;
}
