import type { Json, JsonObject } from '@eventbridge-kit/issue';
import { AwsError } from '../aws/aws-error.ts';
import { Constraints } from '../aws/constraints.ts';
import { readText } from '../aws/members.ts';
import type { Operation } from './operation.ts';
import { readPattern } from './rule-members.ts';

/** Members that an event must have here. */
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_TestEventPattern.html
const MANDATORY = ['id', 'account', 'source', 'time', 'region', 'resources', 'detail-type'] as const;

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

function readEvent(text: string): JsonObject {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    throw notValid('the event is not JSON.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw notValid('the event is not a JSON object.');
  const event = value;
  const missing = MANDATORY.filter((name) => !Object.hasOwn(event, name));
  if (missing.length > 0) throw notValid(`${missing.map((name) => `"${name}"`).join(', ')} must be present.`);
  return event;
}

function notValid(reason: string): AwsError {
  return new AwsError('ValidationException', `Parameter Event is not valid. Reason: ${reason}`);
}
