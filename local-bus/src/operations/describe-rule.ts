import { AwsError } from '../aws/aws-error.ts';
import { Constraints } from '../aws/constraints.ts';
import { readText } from '../aws/members.ts';
import type { Operation } from './operation.ts';
import { busOfRule, checkBusName, checkRuleName, ruleShape } from './rule-members.ts';

// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DescribeRule.html
export const describeRule: Operation = {
  name: 'DescribeRule',
  run(call) {
    const name = readText(call.input, 'Name');
    const model = new Constraints();
    checkRuleName(model, name);
    checkBusName(model, call);
    model.done();
    const bus = busOfRule(call);
    const rule = bus.rules.find(name ?? '');
    if (!rule)
      throw new AwsError('ResourceNotFoundException', `Rule ${name ?? ''} does not exist on EventBus ${bus.name}.`);
    return ruleShape(call, bus, rule);
  },
};
