import { message } from '@eventbridge-kit/issue';
import { isEmpty, valueOf } from '../model/value.ts';
import { removeField } from '../rule/fields.ts';
import { defineRule } from '../rule/rule.ts';

const ENDPOINT = 'configuration.endpoint';

export const rule = defineRule({
  id: 'endpoint-conflict',
  title: 'Endpoint and global endpoint',
  severity: 'warning',
  scope: 'task',
  check(task) {
    const endpoint = valueOf(task, ENDPOINT);
    const id = valueOf(task, 'configuration.endpointId');
    if (endpoint.kind === 'absent' || id.kind === 'absent' || !endpoint.field || !id.field) return [];
    if (isEmpty(endpoint) || isEmpty(id)) return [];
    return [
      {
        message: message({
          wrong: 'The task names two places to send to',
          found: 'an endpoint beside a global endpoint id',
          instead: 'Keep one: the global endpoint id has an address of its own.',
        }),
        at: endpoint.field,
        fix: { title: 'Remove the endpoint', edits: [removeField({ place: 'input', name: ENDPOINT })] },
      },
    ];
  },
});
