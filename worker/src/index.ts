export { createAwsSender, type AwsSenderOptions } from './aws/aws-sender.ts';
export type {
  CredentialsSource,
  DefaultChain,
  SendIdentity,
  StaticCredentials,
  SendOptions,
  SendResult,
  AbortLike,
  EntrySender,
  SecretProvider,
} from '@eventbridge-kit/event-job';
export type { AwsPolicy } from './aws/policy.ts';
export type { EventSender, WaitingEvents } from './aws/sender.ts';
export { CamundaError, type CamundaErrorKind } from './camunda/camunda-error.ts';
export type { AuthStrategy, CamundaAuthSettings } from './camunda/auth.ts';
export type { ConnectOptions } from './camunda/connect.ts';
export type {
  ActivatedJob,
  ActivateRequest,
  CamundaConnection,
  FailCommand,
  GatewayInfo,
  GatewaySetting,
  JobCommands,
  JobSource,
  StreamRequest,
  ThrowErrorCommand,
} from './camunda/job-port.ts';
export { camundaFromEnvironment } from './options/camunda.ts';
export { createWorker, type JobRunEvent, type Worker, type WorkerOptions } from './create-worker.ts';
export type { ServiceOptions } from './job/services.ts';
export type { LoopState } from './loop/job-loop.ts';
export type { ActivationKind, JobReport, Settlement, TypeIntake } from './loop/job-report.ts';
export type { JobCounts } from './report/job-counts.ts';
export { environmentSecrets, mapSecrets } from './secrets/environment.ts';
export { createTestSendHandler, type TestSendHandler, type TestSendOptions } from './test-send/handler.ts';
export {
  admitCaller,
  checkCaller,
  refuse,
  type GuardOptions,
  type Problem,
  type ServedMethod,
} from './test-send/guard.ts';
export { startTestSendService, type TestSendService, type TestSendServiceOptions } from './test-send/service.ts';
export type { Clock } from './runtime/clock.ts';
export type { Protocol } from './camunda/protocol.ts';
export type { TlsSettings } from './network/tls.ts';
export type { Log } from './runtime/log.ts';
