import { EVENT_RULES, type EventRuleId } from '@eventbridge-kit/eventbridge';
import { eventRule } from '../rule/event-rule.ts';
import type { Rule } from '../rule/rule.ts';
import { OWN_RULES, type OwnRuleId } from './own-rules.generated.ts';

/**
 * The rules that are no rule of an event, in the order in which a task's findings are listed after those of the event:
 * fields, secrets, FEEL, outcome, template. A rule that is missing here does not compile.
 */
const ORDER = [
  'value-white-space',
  'endpoint-region',
  'endpoint-conflict',
  'wrong-type',
  'unknown-choice',
  'input-unknown',
  'input-unsupported',
  'idempotency-field-unused',
  'input-duplicate',
  'credentials-required',
  'credentials-unused',
  'session-token-required',
  'external-id-unused',
  'secret-plain-text',
  'aws-key-exposed',
  'secret-name',
  'secret-deprecated',
  'secret-unresolvable',
  'secret-not-here',
  'secret-in-event',
  'secret-engine',
  'secret-legacy',
  'feel-syntax',
  'feel-comment-at-end',
  'feel-missing-equals',
  'static-text-escape',
  'variable-hidden',
  'feel-unknown-function',
  'feel-arity',
  'feel-function-engine',
  'feel-index-zero',
  'header-unknown',
  'result-variable-name',
  'result-variable-local',
  'result-expression-context',
  'response-field-unknown',
  'expression-variable-unknown',
  'error-code-unknown',
  'error-expression-result',
  'bpmn-error-uncaught',
  'bpmn-error-not-thrown',
  'bpmn-error-code-empty',
  'error-retries',
  'error-backoff',
  'error-variables',
  'failed-entries-ignored',
  'response-hidden',
  'retries-format',
  'header-duration',
  'template-outdated',
  'template-header-mismatch',
  'job-type-changed',
  'official-template',
  'result-variable-race',
] as const satisfies readonly OwnRuleId[];

type Missing = Exclude<OwnRuleId, (typeof ORDER)[number] | EventRuleId>;

const LISTED: [Missing] extends [never]
  ? readonly OwnRuleId[]
  : { 'add to ORDER in lint/src/rules/index.ts': Missing } = ORDER;

/** Rules of the event; a file of its own finds more in a diagram than the event's own check does. */
function eventRules(): readonly Rule[] {
  const own: Readonly<Record<string, Rule>> = OWN_RULES;
  return (Object.keys(EVENT_RULES) as EventRuleId[]).flatMap((id) =>
    // the table's own keys
    'onlyInJobs' in EVENT_RULES[id] ? [] : [own[id] ?? eventRule(id)],
  );
}

/** Every rule. */
export const RULES: readonly Rule[] = [...eventRules(), ...LISTED.map((id) => OWN_RULES[id])];

const byId = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule of this id; undefined where there is none. */
export function ruleOf(id: string): Rule | undefined {
  return byId.get(id);
}
