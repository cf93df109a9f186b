import { Constraints } from '../aws/constraints.ts';
import { readInteger, readText } from '../aws/members.ts';
import type { Operation } from './operation.ts';
import { page } from './page.ts';
import { busOfRule, checkBusName, ruleShape } from './rule-members.ts';

/** The rules of a bus in the order of their names, by prefix, in pages. */
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_ListRules.html
export const listRules: Operation = {
  name: 'ListRules',
  run(call) {
    const prefix = readText(call.input, 'NamePrefix');
    const limit = readInteger(call.input, 'Limit');
    const model = new Constraints();
    model.text(prefix, 'namePrefix', { min: 1, max: 64 });
    model.range(limit, 'limit', { min: 1, max: 100 });
    checkBusName(model, call);
    model.done();
    const bus = busOfRule(call);
    const all = bus.rules.list().filter(({ name }) => name.startsWith(prefix ?? ''));
    const { items, nextToken } = page(all, limit, readText(call.input, 'NextToken'));
    return {
      Rules: items.map((rule) => ruleShape(call, bus, rule)),
      ...(nextToken !== undefined && { NextToken: nextToken }),
    };
  },
};
