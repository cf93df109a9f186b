import { AwsError } from '../aws/aws-error.ts';
import { eventBusArn, type Caller, type EventBus } from '../state/buses.ts';
import type { Call, Operation } from './operation.ts';
import { Constraints } from '../aws/constraints.ts';
import { readText, readInteger } from '../aws/members.ts';
import { DEFAULT_EVENT_BUS_NAME, EVENT_BUS_NAME_PATTERN, MAX_EVENT_BUS_NAME_CHARS } from '@eventbridge-kit/eventbridge';
import { page } from './page.ts';

/** A bus as Describe and List answer it; times in seconds, as this protocol writes them. */
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_EventBus.html
export function eventBusShape(call: Call, bus: EventBus): Record<string, unknown> {
  const seconds = bus.createdAt / 1000;
  return {
    Name: bus.name,
    Arn: eventBusArn(bus.accountId, bus.name, call.region),
    ...(bus.description !== undefined && { Description: bus.description }),
    CreationTime: seconds,
    LastModifiedTime: seconds,
  };
}

/** Whose buses a call means. */
export function callerOf({ principal, region }: Call): Caller {
  return { accountId: principal.accountId, region };
}

/** The bus, or AWS's answer for one that does not exist. */
export function findBus(call: Call, nameOrArn: string): EventBus {
  const bus = call.state.buses.find(nameOrArn, callerOf(call));
  if (!bus) throw new AwsError('ResourceNotFoundException', `Event bus ${nameOrArn} does not exist.`);
  return bus;
}

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

/** Tells about one bus, `default` when none is named. */
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DescribeEventBus.html
export const describeEventBus: Operation = {
  name: 'DescribeEventBus',
  run(call) {
    const name = readText(call.input, 'Name');
    const model = new Constraints();
    model.text(name, 'name', { min: 1, max: MAX_EVENT_BUS_NAME_CHARS, pattern: EVENT_BUS_NAME_PATTERN });
    model.done();
    return eventBusShape(call, findBus(call, name ?? DEFAULT_EVENT_BUS_NAME));
  },
};

/** The buses in the order of their names, by prefix, in pages. */
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_ListEventBuses.html
export const listEventBuses: Operation = {
  name: 'ListEventBuses',
  run(call) {
    const prefix = readText(call.input, 'NamePrefix');
    const limit = readInteger(call.input, 'Limit');
    const model = new Constraints();
    model.text(prefix, 'namePrefix', { min: 1, max: 256 });
    model.range(limit, 'limit', { min: 1, max: 100 });
    model.done();
    const all = call.state.buses.list(call.principal.accountId).filter(({ name }) => name.startsWith(prefix ?? ''));
    const { items, nextToken } = page(all, limit, readText(call.input, 'NextToken'));
    return {
      EventBuses: items.map((bus) => eventBusShape(call, bus)),
      ...(nextToken !== undefined && { NextToken: nextToken }),
    };
  },
};

/** Removes a bus; one that does not exist is no error, the default bus stays. */
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DeleteEventBus.html
export const deleteEventBus: Operation = {
  name: 'DeleteEventBus',
  run(call) {
    const name = readText(call.input, 'Name');
    const model = new Constraints();
    model.required(name, 'name');
    model.text(name, 'name', { min: 1, max: 256, pattern: String.raw`^[/\.\-_A-Za-z0-9]+$` });
    model.done();
    if (name === DEFAULT_EVENT_BUS_NAME)
      throw new AwsError('ValidationException', `Cannot delete event bus ${DEFAULT_EVENT_BUS_NAME}.`);
    const bus = call.state.buses.find(name ?? '', callerOf(call));
    if (bus && bus.rules.size > 0)
      throw new AwsError('ValidationException', `Cannot delete event bus ${bus.name}: it still has rules.`);
    call.state.buses.remove(call.principal.accountId, name ?? '');
    return {};
  },
};
