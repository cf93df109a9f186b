import { EVENT_RULES, type EventRuleId } from '@eventbridge-kit/eventbridge';
import { eventRule } from '../rule/event-rule.ts';
import type { Rule } from '../rule/rule.ts';
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

/** Rules of the event that find more in a diagram than the event's own check does. */
const WITH_A_CHECK_OF_THEIR_OWN: Partial<Readonly<Record<EventRuleId, Rule>>> = {
  'source-reserved': sourceReserved,
  'detail-not-object': detailNotObject,
  'time-format': timeFormat,
  'idempotency-field-taken': idempotencyFieldTaken,
};

function eventRules(): readonly Rule[] {
  return (Object.keys(EVENT_RULES) as EventRuleId[]).flatMap((id) =>
    // the table's own keys
    'onlyInJobs' in EVENT_RULES[id] ? [] : [WITH_A_CHECK_OF_THEIR_OWN[id] ?? eventRule(id)],
  );
}

/** Every rule, in the order in which a task's findings are listed: the event, fields, secrets, FEEL, outcome, template. */
export const RULES: readonly Rule[] = [
  ...eventRules(),
  valueWhiteSpace,
  endpointRegion,
  endpointConflict,
  wrongType,
  unknownChoice,
  inputUnknown,
  inputUnsupported,
  idempotencyFieldUnused,
  inputDuplicate,
  credentialsRequired,
  credentialsUnused,
  sessionTokenRequired,
  externalIdUnused,
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

const byId = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule of this id; undefined where there is none. */
export function ruleOf(id: string): Rule | undefined {
  return byId.get(id);
}
