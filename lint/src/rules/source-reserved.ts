import { constantOf } from 'camunda-feel';
import { message, quote } from '@eventbridge-kit/issue';
import { expressionOf } from '../feel/expression.ts';
import { RESERVED_SOURCE_PREFIX } from '@eventbridge-kit/eventbridge';
import { inputOf } from '../model/event-task.ts';
import { isFeel } from '../model/value.ts';
import { eventRule } from '../rule/event-rule.ts';
import { defineRule, type RuleFinding } from '../rule/rule.ts';

const FIELD = 'input.source';

const ofValue = eventRule('source-reserved');

export const rule = defineRule({
  ...ofValue,
  check(task, diagram): readonly RuleFinding[] {
    const known = ofValue.check(task, diagram);
    const field = inputOf(task, FIELD);
    const start = field && isFeel(field.text) ? startOf(field.text) : undefined;
    if (known.length > 0 || !field || start?.startsWith(RESERVED_SOURCE_PREFIX) !== true) return known;
    return [
      {
        message: message({
          wrong: 'The source starts with "aws.", which is reserved for AWS services',
          found: `an expression that starts with ${quote(start)}`,
          instead: 'Write a source of your own, for example "com.example.orders".',
        }),
        at: field,
      },
    ];
  },
});

/** The text that a sum of strings starts with, whatever follows. */
function startOf(text: string): string | undefined {
  let node = expressionOf(text)?.root;
  while (node?.kind === 'arithmetic') node = node.left;
  const constant = node && constantOf(node);
  return typeof constant?.value === 'string' ? constant.value : undefined;
}
