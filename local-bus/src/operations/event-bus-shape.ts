import { AwsError } from '../aws/aws-error.ts';
import { eventBusArn, type Caller, type EventBus } from '../state/buses.ts';
import type { Call } from './operation.ts';

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
