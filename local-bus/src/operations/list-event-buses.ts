import { Constraints } from '../aws/constraints.ts';
import { readInteger, readText } from '../aws/members.ts';
import { eventBusShape } from './event-bus-shape.ts';
import type { Operation } from './operation.ts';
import { page } from './page.ts';

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
