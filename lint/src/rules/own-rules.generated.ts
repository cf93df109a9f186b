// Made by `npm run generate` from the files beside it; a test fails when it is stale.
import { rule as awsKeyExposed } from './aws-key-exposed.ts';
import { rule as bpmnErrorCodeEmpty } from './bpmn-error-code-empty.ts';
import { rule as bpmnErrorNotThrown } from './bpmn-error-not-thrown.ts';
import { rule as bpmnErrorUncaught } from './bpmn-error-uncaught.ts';
import { rule as credentialsRequired } from './credentials-required.ts';
import { rule as credentialsUnused } from './credentials-unused.ts';
import { rule as detailNotObject } from './detail-not-object.ts';
import { rule as endpointConflict } from './endpoint-conflict.ts';
import { rule as endpointRegion } from './endpoint-region.ts';
import { rule as errorBackoff } from './error-backoff.ts';
import { rule as errorCodeUnknown } from './error-code-unknown.ts';
import { rule as errorExpressionResult } from './error-expression-result.ts';
import { rule as errorRetries } from './error-retries.ts';
import { rule as errorVariables } from './error-variables.ts';
import { rule as expressionVariableUnknown } from './expression-variable-unknown.ts';
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
import { rule as idempotencyFieldTaken } from './idempotency-field-taken.ts';
import { rule as idempotencyFieldUnused } from './idempotency-field-unused.ts';
import { rule as inputDuplicate } from './input-duplicate.ts';
import { rule as inputUnknown } from './input-unknown.ts';
import { rule as inputUnsupported } from './input-unsupported.ts';
import { rule as jobTypeChanged } from './job-type-changed.ts';
import { rule as officialTemplate } from './official-template.ts';
import { rule as responseFieldUnknown } from './response-field-unknown.ts';
import { rule as responseHidden } from './response-hidden.ts';
import { rule as resultExpressionContext } from './result-expression-context.ts';
import { rule as resultVariableLocal } from './result-variable-local.ts';
import { rule as resultVariableName } from './result-variable-name.ts';
import { rule as resultVariableRace } from './result-variable-race.ts';
import { rule as retriesFormat } from './retries-format.ts';
import { rule as secretDeprecated } from './secret-deprecated.ts';
import { rule as secretEngine } from './secret-engine.ts';
import { rule as secretInEvent } from './secret-in-event.ts';
import { rule as secretLegacy } from './secret-legacy.ts';
import { rule as secretName } from './secret-name.ts';
import { rule as secretNotHere } from './secret-not-here.ts';
import { rule as secretPlainText } from './secret-plain-text.ts';
import { rule as secretUnresolvable } from './secret-unresolvable.ts';
import { rule as sessionTokenRequired } from './session-token-required.ts';
import { rule as sourceReserved } from './source-reserved.ts';
import { rule as staticTextEscape } from './static-text-escape.ts';
import { rule as templateHeaderMismatch } from './template-header-mismatch.ts';
import { rule as templateOutdated } from './template-outdated.ts';
import { rule as timeFormat } from './time-format.ts';
import { rule as unknownChoice } from './unknown-choice.ts';
import { rule as valueWhiteSpace } from './value-white-space.ts';
import { rule as variableHidden } from './variable-hidden.ts';
import { rule as wrongType } from './wrong-type.ts';

/** Every rule with a check of its own, by its id. */
export const OWN_RULES = {
  'aws-key-exposed': awsKeyExposed,
  'bpmn-error-code-empty': bpmnErrorCodeEmpty,
  'bpmn-error-not-thrown': bpmnErrorNotThrown,
  'bpmn-error-uncaught': bpmnErrorUncaught,
  'credentials-required': credentialsRequired,
  'credentials-unused': credentialsUnused,
  'detail-not-object': detailNotObject,
  'endpoint-conflict': endpointConflict,
  'endpoint-region': endpointRegion,
  'error-backoff': errorBackoff,
  'error-code-unknown': errorCodeUnknown,
  'error-expression-result': errorExpressionResult,
  'error-retries': errorRetries,
  'error-variables': errorVariables,
  'expression-variable-unknown': expressionVariableUnknown,
  'external-id-unused': externalIdUnused,
  'failed-entries-ignored': failedEntriesIgnored,
  'feel-arity': feelArity,
  'feel-comment-at-end': feelCommentAtEnd,
  'feel-function-engine': feelFunctionEngine,
  'feel-index-zero': feelIndexZero,
  'feel-missing-equals': feelMissingEquals,
  'feel-syntax': feelSyntax,
  'feel-unknown-function': feelUnknownFunction,
  'header-duration': headerDuration,
  'header-unknown': headerUnknown,
  'idempotency-field-taken': idempotencyFieldTaken,
  'idempotency-field-unused': idempotencyFieldUnused,
  'input-duplicate': inputDuplicate,
  'input-unknown': inputUnknown,
  'input-unsupported': inputUnsupported,
  'job-type-changed': jobTypeChanged,
  'official-template': officialTemplate,
  'response-field-unknown': responseFieldUnknown,
  'response-hidden': responseHidden,
  'result-expression-context': resultExpressionContext,
  'result-variable-local': resultVariableLocal,
  'result-variable-name': resultVariableName,
  'result-variable-race': resultVariableRace,
  'retries-format': retriesFormat,
  'secret-deprecated': secretDeprecated,
  'secret-engine': secretEngine,
  'secret-in-event': secretInEvent,
  'secret-legacy': secretLegacy,
  'secret-name': secretName,
  'secret-not-here': secretNotHere,
  'secret-plain-text': secretPlainText,
  'secret-unresolvable': secretUnresolvable,
  'session-token-required': sessionTokenRequired,
  'source-reserved': sourceReserved,
  'static-text-escape': staticTextEscape,
  'template-header-mismatch': templateHeaderMismatch,
  'template-outdated': templateOutdated,
  'time-format': timeFormat,
  'unknown-choice': unknownChoice,
  'value-white-space': valueWhiteSpace,
  'variable-hidden': variableHidden,
  'wrong-type': wrongType,
} as const;

export type OwnRuleId = keyof typeof OWN_RULES;
