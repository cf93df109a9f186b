export { createBatcher, type Batcher, type BatcherOptions, type PutOptions } from './batcher.ts';
export {
  CallFailure,
  type AnsweredEntry,
  type CallFailureKind,
  type CallReport,
  type EntryResult,
  type FailedEntry,
  type PutEvents,
  type PutEventsConnection,
  type UnansweredEntry,
} from './call.ts';
export type { Pressure } from './pressure.ts';
export { AWS_RETRY_DELAYS, type RetryableKind, type RetryDelays } from './retry-delay.ts';
