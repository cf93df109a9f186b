import type { LintIssue } from 'bpmnlint-plugin-eventbridge/core';
import type { EventBridgeFixes } from './fixes/fixes.ts';
import type { HostEventBus, Translate } from '../host/bpmn-js.ts';
import type { EventBridgeValidation } from './validation.ts';

/** What views ask of the list of problems. Its service renders them: they do not know it by more than this. */
export interface ProblemsControl {
  close(): void;
  /** Selects the element of an issue and brings the focus to its field. */
  jumpTo(issue: LintIssue): void;
  /** False where the element of an issue has no shape to jump to: an engine runs it all the same. */
  isDrawn(issue: LintIssue): boolean;
}

/** What every part of the views may use. */
export interface ValidationTools {
  readonly validation: EventBridgeValidation;
  readonly fixes: EventBridgeFixes;
  readonly problems: ProblemsControl;
  /** True where the host shows the errors of a field itself, see `ValidationConfig`. */
  readonly hostProblems: boolean;
  readonly eventBus: HostEventBus;
  readonly translate: Translate;
}
