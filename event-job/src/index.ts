export { accessRemedy, busText, isAccessDenied } from './access-denied.ts';
export type { SendTarget } from './access-denied.ts';
export { callError, calledPlace, outOfTimeError } from './call-error.ts';
export type { CallErrorFacts } from './call-error.ts';
export { IDEMPOTENCY_SCOPE_FORM, isIdempotencyScope } from './idempotency-id.ts';
export { INPUT_VARIABLES, inputVariablesOf } from './input-variables.ts';
export { foreignKeys } from './key-text.ts';
export type { Keys } from './key-text.ts';
export { itemTexts, memberText, parseVariables } from './parse-variables.ts';
export { runJob } from './run-job.ts';
export type { JobContent, JobRun, ReadyJob, RunOptions } from './run-job.ts';
export { createJobServices } from './services.ts';
export type { JobServices, JobSettings, SecretProvider } from './services.ts';
export type {
  AbortLike,
  CredentialsSource,
  DefaultChain,
  EntrySender,
  SendIdentity,
  SendOptions,
  SendResult,
  StaticCredentials,
} from './sender.ts';
export {
  ANSWERS,
  pastedAnswer,
  rejectedWith,
  type Answer,
  type AnswerName,
  type PastedAnswer,
} from './test-send/answers.ts';
export type {
  AccountAnswer,
  AskStatus,
  Destination,
  SendTask,
  ServiceStatus,
  StatusRequest,
  TaskSource,
  TestSendReport,
  TestSendRequest,
} from './test-send/contract.ts';
export { asksStatus, parseStatusRequest, parseTestSendRequest } from './test-send/parse-request.ts';
export { hideKeyShapes, hideKeyShapesIn } from './test-send/key-shapes.ts';
export {
  previewTask,
  type PreviewDeps,
  type AnsweredJob,
  type PreviewResult,
  type TaskPreview,
} from './test-send/preview.ts';
export type { NamedPlace } from './test-send/destination.ts';
export { statusOf } from './test-send/status.ts';
export { runTestSend } from './test-send/run-test-send.ts';
export type { TestSendDeps } from './test-send/run-test-send.ts';
export { STEP_NAMES } from './trace.ts';
export type { JobTrace, StepName, StepResult } from './trace.ts';
