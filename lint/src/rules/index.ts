import type { Rule } from '../rule/rule.ts';
import { rule as awsKeyExposed } from './aws-key-exposed.ts';
import { rule as bpmnErrorCodeEmpty } from './bpmn-error-code-empty.ts';
import { rule as bpmnErrorNotThrown } from './bpmn-error-not-thrown.ts';
import { rule as bpmnErrorUncaught } from './bpmn-error-uncaught.ts';
import { rule as credentialsRequired } from './credentials-required.ts';
import { rule as credentialsUnused } from './credentials-unused.ts';
import { rule as detailIntegerRange } from './detail-integer-range.ts';
import { rule as detailNotJson } from './detail-not-json.ts';
import { rule as detailNotObject } from './detail-not-object.ts';
import { rule as detailRequired } from './detail-required.ts';
import { rule as detailTooDeep } from './detail-too-deep.ts';
import { rule as detailTypeRequired } from './detail-type-required.ts';
import { rule as detailTypeTooLong } from './detail-type-too-long.ts';
import { rule as endpointConflict } from './endpoint-conflict.ts';
import { rule as endpointFormat } from './endpoint-format.ts';
import { rule as endpointIdFormat } from './endpoint-id-format.ts';
import { rule as endpointIdTooLong } from './endpoint-id-too-long.ts';
import { rule as endpointInsecure } from './endpoint-insecure.ts';
import { rule as endpointRegion } from './endpoint-region.ts';
import { rule as errorBackoff } from './error-backoff.ts';
import { rule as errorExpressionResult } from './error-expression-result.ts';
import { rule as errorRetries } from './error-retries.ts';
import { rule as errorVariables } from './error-variables.ts';
import { rule as eventBusArnRegion } from './event-bus-arn-region.ts';
import { rule as eventBusNameFormat } from './event-bus-name-format.ts';
import { rule as eventBusNameRequired } from './event-bus-name-required.ts';
import { rule as eventBusNameTooLong } from './event-bus-name-too-long.ts';
import { rule as eventBusPartition } from './event-bus-partition.ts';
import { rule as eventBusRegion } from './event-bus-region.ts';
import { rule as eventBusV2 } from './event-bus-v2.ts';
import { rule as eventLarge } from './event-large.ts';
import { rule as eventTooLarge } from './event-too-large.ts';
import { rule as expressionVariableUnknown } from './expression-variable-unknown.ts';
import { rule as externalIdFormat } from './external-id-format.ts';
import { rule as externalIdUnused } from './external-id-unused.ts';
import { rule as failedEntriesIgnored } from './failed-entries-ignored.ts';
import { rule as feelArity } from './feel-arity.ts';
import { rule as feelCommentAtEnd } from './feel-comment-at-end.ts';
import { rule as feelFunctionEngine } from './feel-function-engine.ts';
import { rule as feelIndexZero } from './feel-index-zero.ts';
import { rule as feelMissingEquals } from './feel-missing-equals.ts';
import { rule as feelSyntax } from './feel-syntax.ts';
import { rule as feelUnknownFunction } from './feel-unknown-function.ts';
import { rule as headerDuration } from './header-duration.ts';
import { rule as headerUnknown } from './header-unknown.ts';
import { rule as idempotencyFieldRequired } from './idempotency-field-required.ts';
import { rule as idempotencyFieldTaken } from './idempotency-field-taken.ts';
import { rule as idempotencyFieldUnused } from './idempotency-field-unused.ts';
import { rule as inputDuplicate } from './input-duplicate.ts';
import { rule as inputUnknown } from './input-unknown.ts';
import { rule as inputUnsupported } from './input-unsupported.ts';
import { rule as jobTypeChanged } from './job-type-changed.ts';
import { rule as officialTemplate } from './official-template.ts';
import { rule as regionFormat } from './region-format.ts';
import { rule as regionRequired } from './region-required.ts';
import { rule as regionUnknown } from './region-unknown.ts';
import { rule as resourceEmpty } from './resource-empty.ts';
import { rule as resourceTooLong } from './resource-too-long.ts';
import { rule as responseFieldUnknown } from './response-field-unknown.ts';
import { rule as responseHidden } from './response-hidden.ts';
import { rule as resultExpressionContext } from './result-expression-context.ts';
import { rule as resultVariableLocal } from './result-variable-local.ts';
import { rule as resultVariableName } from './result-variable-name.ts';
import { rule as resultVariableRace } from './result-variable-race.ts';
import { rule as retriesFormat } from './retries-format.ts';
import { rule as roleArnFormat } from './role-arn-format.ts';
import { rule as secretDeprecated } from './secret-deprecated.ts';
import { rule as secretEngine } from './secret-engine.ts';
import { rule as secretInEvent } from './secret-in-event.ts';
import { rule as secretLegacy } from './secret-legacy.ts';
import { rule as secretName } from './secret-name.ts';
import { rule as secretNotHere } from './secret-not-here.ts';
import { rule as secretPlainText } from './secret-plain-text.ts';
import { rule as secretUnresolvable } from './secret-unresolvable.ts';
import { rule as sessionTokenRequired } from './session-token-required.ts';
import { rule as sourceRequired } from './source-required.ts';
import { rule as sourceReserved } from './source-reserved.ts';
import { rule as sourceTooLong } from './source-too-long.ts';
import { rule as staticTextEscape } from './static-text-escape.ts';
import { rule as templateHeaderMismatch } from './template-header-mismatch.ts';
import { rule as templateOutdated } from './template-outdated.ts';
import { rule as timeFormat } from './time-format.ts';
import { rule as traceHeaderEmpty } from './trace-header-empty.ts';
import { rule as traceHeaderFormat } from './trace-header-format.ts';
import { rule as traceHeaderTooLong } from './trace-header-too-long.ts';
import { rule as unknownChoice } from './unknown-choice.ts';
import { rule as valueWhiteSpace } from './value-white-space.ts';
import { rule as variableHidden } from './variable-hidden.ts';
import { rule as wrongType } from './wrong-type.ts';

/** Every rule, in the order in which a task's findings are listed: fields, secrets, FEEL, outcome, template. */
export const RULES: readonly Rule[] = [
  regionRequired,
  regionFormat,
  regionUnknown,
  eventBusNameRequired,
  eventBusNameFormat,
  eventBusNameTooLong,
  eventBusV2,
  eventBusRegion,
  eventBusPartition,
  eventBusArnRegion,
  sourceRequired,
  sourceReserved,
  sourceTooLong,
  detailTypeRequired,
  detailTypeTooLong,
  valueWhiteSpace,
  detailRequired,
  detailNotJson,
  detailNotObject,
  detailTooDeep,
  detailIntegerRange,
  eventTooLarge,
  eventLarge,
  resourceEmpty,
  resourceTooLong,
  timeFormat,
  traceHeaderEmpty,
  traceHeaderTooLong,
  traceHeaderFormat,
  endpointIdFormat,
  endpointIdTooLong,
  endpointFormat,
  endpointInsecure,
  endpointRegion,
  endpointConflict,
  wrongType,
  unknownChoice,
  inputUnknown,
  inputUnsupported,
  idempotencyFieldRequired,
  idempotencyFieldTaken,
  idempotencyFieldUnused,
  inputDuplicate,
  credentialsRequired,
  credentialsUnused,
  sessionTokenRequired,
  externalIdUnused,
  externalIdFormat,
  roleArnFormat,
  secretPlainText,
  awsKeyExposed,
  secretName,
  secretDeprecated,
  secretUnresolvable,
  secretNotHere,
  secretInEvent,
  secretEngine,
  secretLegacy,
  feelSyntax,
  feelCommentAtEnd,
  feelMissingEquals,
  staticTextEscape,
  variableHidden,
  feelUnknownFunction,
  feelArity,
  feelFunctionEngine,
  feelIndexZero,
  headerUnknown,
  resultVariableName,
  resultVariableLocal,
  resultExpressionContext,
  responseFieldUnknown,
  expressionVariableUnknown,
  errorExpressionResult,
  bpmnErrorUncaught,
  bpmnErrorNotThrown,
  bpmnErrorCodeEmpty,
  errorRetries,
  errorBackoff,
  errorVariables,
  failedEntriesIgnored,
  responseHidden,
  retriesFormat,
  headerDuration,
  templateOutdated,
  templateHeaderMismatch,
  jobTypeChanged,
  officialTemplate,
  resultVariableRace,
];

/** The rule of this id; undefined where there is none. */
export function ruleOf(id: string): Rule | undefined {
  return RULES.find((rule) => rule.id === id);
}
