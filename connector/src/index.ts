export { INPUT_ERROR_TYPE, inputError, permanentError, transientError } from './connector-error.ts';
export type { ConnectorError } from './connector-error.ts';
export { parseDurationMs } from './duration.ts';
export type { DurationResult } from './duration.ts';
export { evaluateFeel } from './feel.ts';
export type { FeelExceeded, FeelFailed, FeelOk, FeelPosition, FeelResult, FeelUnknown } from './feel.ts';
export type { FeelMoment, FeelWorld } from '@eventbridge-kit/feel';
export { checkExpressions } from './finish/check-expressions.ts';
export { finishJob } from './finish/finish-job.ts';
export type { FinishInput, FinishResult, WorkResult } from './finish/finish-job.ts';
export { HEADER_NAMES, parseHeaders } from './headers.ts';
export type { ConnectorHeaders, HeadersResult } from './headers.ts';
export { ownEntries } from './input-scope.ts';
export type { OwnEntry } from './input-scope.ts';
export { evaluateInputs } from './inputs.ts';
export type { InputsResult } from './inputs.ts';
export { createMask } from './mask/mask.ts';
export type { Mask } from './mask/mask.ts';
export { maskIssue } from './mask/mask-issue.ts';
export type { BpmnErrorOutcome, CompleteOutcome, FailOutcome, Outcome } from './outcome.ts';
export { readPlaceholders } from './secrets/placeholder.ts';
export type { Placeholder } from './secrets/placeholder.ts';
export { missingSecretIssues, resolveSecrets, secretNamesOf } from './secrets/resolve.ts';
export type { MissingSecret, SecretOptions, SecretsResult } from './secrets/resolve.ts';
export { meantFlag, refusedArguments } from './text/refused-arguments.ts';
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
