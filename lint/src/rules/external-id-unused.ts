import { message } from '@eventbridge-kit/issue';
import { isEmpty, valueOf } from '../model/value.ts';
import { removeField } from '../rule/fields.ts';
import { defineRule } from '../rule/rule.ts';

const EXTERNAL_ID = 'authentication.externalId';

export const rule = defineRule({
  id: 'external-id-unused',
  title: 'External id without a role',
  severity: 'warning',
  scope: 'task',
  check(task) {
    const id = valueOf(task, EXTERNAL_ID);
    if (id.kind === 'absent' || !id.field || isEmpty(id) || !isEmpty(valueOf(task, 'authentication.roleArn')))
      return [];
    return [
      {
        message: message({
          wrong: 'Without a role to assume, the external id does nothing',
          found: 'an external id and no role ARN',
          instead: 'Write the ARN of the role, or remove the external id.',
        }),
        at: id.field,
        fix: { title: 'Remove the external id', edits: [removeField({ place: 'input', name: EXTERNAL_ID })] },
      },
    ];
  },
});
