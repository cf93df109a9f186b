import { Constraints } from '../aws/constraints.ts';
import { readText } from '../aws/members.ts';
import type { Operation } from './operation.ts';
import { busOfRule, checkBusName, checkRuleName } from './rule-members.ts';

/** Removes a rule; one that does not exist is no error. */
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DeleteRule.html
export const deleteRule: Operation = {
  name: 'DeleteRule',
  run(call) {
    const name = readText(call.input, 'Name');
    const model = new Constraints();
    checkRuleName(model, name);
    checkBusName(model, call);
    model.done();
    busOfRule(call).rules.remove(name ?? '');
    return {};
  },
};
