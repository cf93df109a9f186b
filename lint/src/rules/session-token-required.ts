import { message } from '@eventbridge-kit/issue';
import { isEmpty, knownText, valueOf } from '../model/value.ts';
import { setField } from '../rule/fields.ts';
import { defineRule } from '../rule/rule.ts';

const TOKEN = 'authentication.sessionToken';

/** How the id of a temporary key starts. */
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes
const TEMPORARY_KEY = /^ASIA[A-Z0-9]{12,}$/;

export const rule = defineRule({
  id: 'session-token-required',
  title: 'A temporary key without its session token',
  severity: 'error',
  scope: 'task',
  check(task) {
    const key = valueOf(task, 'authentication.accessKey');
    if (key.kind !== 'known' || !TEMPORARY_KEY.test(knownText(key) ?? '')) return [];
    if (!task.family.inputs.includes(TOKEN) || !isEmpty(valueOf(task, TOKEN))) return [];
    return [
      {
        message: message({
          wrong: 'AWS refuses a temporary key without its session token',
          found: 'an access key that starts with "ASIA", and no session token',
          instead: 'Write the token as a secret, for example {{secrets.AWS_SESSION_TOKEN}}.',
        }),
        field: TOKEN,
        at: key.field,
        fix: setField(
          'Use {{secrets.AWS_SESSION_TOKEN}}',
          { place: 'input', name: TOKEN },
          '{{secrets.AWS_SESSION_TOKEN}}',
        ),
      },
    ];
  },
});
