import {
  DEFAULT_EVENT_BUS_NAME,
  EVENT_BUS_NAME_PATTERN,
  MAX_EVENT_BUS_NAME_CHARS,
  parseEventPattern,
  type EventPattern,
} from '@eventbridge-kit/eventbridge';
import { AwsError } from '../aws/aws-error.ts';
import type { Constraints } from '../aws/constraints.ts';
import { readText } from '../aws/members.ts';
import { eventBusArn, type EventBus } from '../state/buses.ts';
import type { Rule } from '../state/rules.ts';
import { findBus } from './event-buses.ts';
import type { Call } from './operation.ts';

// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html
const MAX_RULE_NAME_CHARS = 64;
const RULE_NAME_PATTERN = String.raw`^[\.\-_A-Za-z0-9]+$`;

export function checkRuleName(model: Constraints, name: string | undefined): void {
  model.required(name, 'name');
  model.text(name, 'name', { min: 1, max: MAX_RULE_NAME_CHARS, pattern: RULE_NAME_PATTERN });
}

export function checkBusName(model: Constraints, call: Call): void {
  model.text(readText(call.input, 'EventBusName'), 'eventBusName', {
    min: 1,
    max: MAX_EVENT_BUS_NAME_CHARS,
    pattern: EVENT_BUS_NAME_PATTERN,
  });
}

/** The bus that a rule's call is about; `default` when it names none. */
export function busOfRule(call: Call): EventBus {
  return findBus(call, readText(call.input, 'EventBusName') ?? DEFAULT_EVENT_BUS_NAME);
}

export function readPattern(text: string): EventPattern {
  const result = parseEventPattern(text);
  if (!result.ok)
    throw new AwsError('InvalidEventPatternException', `Event pattern is not valid. Reason: ${result.message}`);
  return result.pattern;
}

/** Rules of the default bus have no bus in their ARN. */
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html#amazoneventbridge-resources-for-iam-policies
export function ruleArn(call: Call, bus: EventBus, name: string): string {
  const path = bus.name === DEFAULT_EVENT_BUS_NAME ? name : `${bus.name}/${name}`;
  return eventBusArn(bus.accountId, bus.name, call.region).replace(/:event-bus\/.*$/, `:rule/${path}`);
}

/** A rule as Describe and List answer it. */
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Rule.html
export function ruleShape(call: Call, bus: EventBus, rule: Rule): Record<string, unknown> {
  return {
    Name: rule.name,
    Arn: ruleArn(call, bus, rule.name),
    EventPattern: rule.eventPattern,
    State: rule.state,
    EventBusName: bus.name,
    ...(rule.description !== undefined && { Description: rule.description }),
  };
}
