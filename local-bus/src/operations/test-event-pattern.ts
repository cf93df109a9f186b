import { parseMatchableEvent, type MatchableEvent } from '@eventbridge-kit/eventbridge';
import { AwsError } from '../aws/aws-error.ts';
import { Constraints } from '../aws/constraints.ts';
import { readText } from '../aws/members.ts';
import type { Operation } from './operation.ts';
import { readPattern } from './rule-members.ts';

/** Members that an event must have here. The reference names "resources" too; AWS takes an event without it. */
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_TestEventPattern.html
// https://github.com/localstack/localstack (tests/aws/services/events/event_pattern_templates, AWS's answers of 2025)
const MANDATORY = ['id', 'account', 'source', 'time', 'region', 'detail-type'] as const;

/** Says whether an event matches a pattern; nothing is sent. */
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_TestEventPattern.html
export const testEventPattern: Operation = {
  name: 'TestEventPattern',
  run(call) {
    const eventPattern = readText(call.input, 'EventPattern');
    const event = readText(call.input, 'Event');
    const model = new Constraints();
    model.required(eventPattern, 'eventPattern');
    model.required(event, 'event');
    model.done();
    const pattern = readPattern(eventPattern ?? '');
    return { Result: pattern.matches(readEvent(event ?? '')) };
  },
};

function readEvent(text: string): MatchableEvent {
  const result = parseMatchableEvent(text);
  if (!result.ok) throw notValid(result.message);
  const names = new Set(result.event.root.members.map(([name]) => name));
  const missing = MANDATORY.filter((name) => !names.has(name));
  if (missing.length > 0) throw notValid(`${missing.map((name) => `"${name}"`).join(', ')} must be present.`);
  return result.event;
}

function notValid(reason: string): AwsError {
  return new AwsError('ValidationException', `Parameter Event is not valid. Reason: ${reason}`);
}
