import { AwsError } from '../aws/aws-error.ts';
import { Constraints } from '../aws/constraints.ts';
import { readText } from '../aws/members.ts';
import { RULE_STATES } from '../state/rules.ts';
import type { Operation } from './operation.ts';
import { busOfRule, checkBusName, checkRuleName, readPattern, ruleArn } from './rule-members.ts';

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
