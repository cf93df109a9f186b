import { AwsError } from '../aws/aws-error.ts';
import { Constraints } from '../aws/constraints.ts';
import { readText } from '../aws/members.ts';
import { eventBusArn } from '../state/buses.ts';
import { callerOf } from './event-bus-shape.ts';
import type { Operation } from './operation.ts';

// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateEventBus.html
const MAX_NAME_CHARS = 256;
const NAME_PATTERN = String.raw`^[/\.\-_A-Za-z0-9]+$`;
const MAX_DESCRIPTION_CHARS = 512;

// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html (event buses per account and region)
const MAX_EVENT_BUSES = 100;

/** Adds an event bus. Partner buses and encryption keys do not exist here. */
export const createEventBus: Operation = {
  name: 'CreateEventBus',
  run(call) {
    const name = readText(call.input, 'Name');
    const description = readText(call.input, 'Description');
    const model = new Constraints();
    model.required(name, 'name');
    model.text(name, 'name', { min: 1, max: MAX_NAME_CHARS, pattern: NAME_PATTERN });
    model.text(description, 'description', { max: MAX_DESCRIPTION_CHARS });
    model.done();
    const { buses, settings } = call.state;
    if (name === undefined || name.includes('/'))
      throw new AwsError('ValidationException', "Event bus name must not contain '/'.");
    const { accountId } = call.principal;
    if (buses.find(name, callerOf(call)))
      throw new AwsError('ResourceAlreadyExistsException', `Event bus ${name} already exists.`);
    if (buses.list(accountId).length >= MAX_EVENT_BUSES)
      throw new AwsError('LimitExceededException', 'The requested resource exceeds the maximum number allowed.');
    buses.add(accountId, name, settings.now(), description);
    return {
      EventBusArn: eventBusArn(accountId, name, call.region),
      ...(description !== undefined && { Description: description }),
    };
  },
};
