import { AwsError } from '../aws/aws-error.ts';
import { Constraints } from '../aws/constraints.ts';
import { readText, readInteger } from '../aws/members.ts';
import { RULE_STATES } from '../state/rules.ts';
import type { Operation } from './operation.ts';
import { busOfRule, checkBusName, checkRuleName, readPattern, ruleArn, ruleShape } from './rule-members.ts';
import { page } from './page.ts';

// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html (rules per event bus)
const MAX_RULES = 300;

/** Adds or replaces a rule with an event pattern. The feed names the rules that an event matches; there are no targets. */
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html
export const putRule: Operation = {
  name: 'PutRule',
  run(call) {
    const name = readText(call.input, 'Name');
    const eventPattern = readText(call.input, 'EventPattern');
    const description = readText(call.input, 'Description');
    const state = readText(call.input, 'State');
    const model = new Constraints();
    checkRuleName(model, name);
    checkBusName(model, call);
    model.text(description, 'description', { max: 512 });
    model.oneOf(state, 'state', RULE_STATES);
    model.done();
    if (readText(call.input, 'ScheduleExpression') !== undefined) {
      throw new AwsError(
        'ValidationException',
        'Parameter ScheduleExpression is not valid. Reason: the local bus has no schedules.',
      );
    }
    if (name === undefined || eventPattern === undefined) {
      throw new AwsError('ValidationException', 'Parameter(s) EventPattern or ScheduleExpression must be specified.');
    }
    const bus = busOfRule(call);
    const pattern = readPattern(eventPattern);
    const { rules } = bus;
    if (!rules.find(name) && rules.size >= MAX_RULES) {
      throw new AwsError('LimitExceededException', 'The requested resource exceeds the maximum number allowed.');
    }
    rules.put({
      name,
      eventPattern,
      pattern,
      state: RULE_STATES.find((one) => one === state) ?? 'ENABLED',
      ...(description !== undefined && { description }),
    });
    return { RuleArn: ruleArn(call, bus, name) };
  },
};

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
