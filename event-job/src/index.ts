export { accessRemedy, busText, isAccessDenied } from './access-denied.ts';
export type { SendTarget } from './access-denied.ts';
export { IDEMPOTENCY_SCOPE_FORM, isIdempotencyScope } from './idempotency-id.ts';
export { INPUT_VARIABLES, inputVariablesOf } from './input-variables.ts';
export { foreignKeys } from './key-text.ts';
export type { Keys } from './key-text.ts';
export { itemTexts, memberText, parseVariables } from './parse-variables.ts';
export { runJob } from './run-job.ts';
export type { JobContent, JobRun, RunOptions } from './run-job.ts';
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
export type { SendTask, TaskSource, TestSendReport, TestSendRequest } from './test-send/contract.ts';
export { parseTestSendRequest } from './test-send/parse-request.ts';
export { runTestSend } from './test-send/run-test-send.ts';
export type { TestSendDeps } from './test-send/run-test-send.ts';
export { STEP_NAMES } from './trace.ts';
export type { JobTrace, StepName, StepResult } from './trace.ts';
