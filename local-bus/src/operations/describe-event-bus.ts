import { DEFAULT_EVENT_BUS_NAME, EVENT_BUS_NAME_PATTERN, MAX_EVENT_BUS_NAME_CHARS } from '@eventbridge-kit/eventbridge';
import { Constraints } from '../aws/constraints.ts';
import { readText } from '../aws/members.ts';
import { eventBusShape, findBus } from './event-bus-shape.ts';
import type { Operation } from './operation.ts';

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
