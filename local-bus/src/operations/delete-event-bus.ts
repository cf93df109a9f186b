import { DEFAULT_EVENT_BUS_NAME } from '@eventbridge-kit/eventbridge';
import { AwsError } from '../aws/aws-error.ts';
import { Constraints } from '../aws/constraints.ts';
import { readText } from '../aws/members.ts';
import { callerOf } from './event-bus-shape.ts';
import type { Operation } from './operation.ts';

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
