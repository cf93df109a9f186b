export type { Json, JsonObject } from './json.ts';
export type { Issue, IssueFix, Severity } from './issue.ts';
export type { BpmnErrorOutcome, CompleteOutcome, FailOutcome, Outcome } from './outcome.ts';
export { STEP_NAMES } from './trace.ts';
export type {
  AbortSignalLike,
  FieldResult,
  InputMapping,
  JobTrace,
  SendTask,
  StepName,
  StepResult,
  TaskSource,
  TestSendReport,
  TestSendRequest,
} from './trace.ts';
