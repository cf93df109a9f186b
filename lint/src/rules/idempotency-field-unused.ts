import { message } from '@eventbridge-kit/issue';
import { isEmpty, knownText, valueOf } from '../model/value.ts';
import { removeField } from '../rule/fields.ts';
import { defineRule } from '../rule/rule.ts';

const FIELD = 'input.idempotencyField';

export const rule = defineRule({
  id: 'idempotency-field-unused',
  title: 'Key for an idempotency id that the payload does not get',
  severity: 'warning',
  scope: 'task',
  check(task) {
    const key = valueOf(task, FIELD);
    const place = valueOf(task, 'input.idempotencyId');
    if (key.kind === 'absent' || !key.field || isEmpty(key)) return [];
    if (!isEmpty(place) && knownText(place) !== 'resource') return [];
    return [
      {
        message: message({
          wrong: 'The payload gets no idempotency id, so its key does nothing',
          found: isEmpty(place) ? 'a key and no idempotency id' : 'a key beside an id that is sent as a resource',
          instead: 'Choose the payload as the place for the idempotency id, or remove the key.',
        }),
        at: key.field,
        fix: { title: 'Remove the key', edits: [removeField({ place: 'input', name: FIELD })] },
      },
    ];
  },
});
