import { dropdown, equals, input, string } from 'element-template-generator';
import { API, EVENTS_GUIDE, link } from './links.ts';

/** An id by which a consumer knows an event that was sent again. Switched off, it leaves nothing in the diagram. */
export const idempotency = {
  'input.idempotencyId': dropdown({
    label: 'Idempotency id',
    description: `An event may be sent twice; an id made of the job's key stays the same, so that a consumer can drop the second one. EventBridge itself does not. ${link(`${EVENTS_GUIDE}/eb-rule-retry-policy.html`, 'About delivery')}`,
    optional: true,
    choices: [
      { name: 'None', value: '' },
      { name: 'In the payload', value: 'detail' },
      { name: 'As a resource', value: 'resource' },
    ],
    group: 'idempotency',
    binding: input('input.idempotencyId'),
  }),
  'input.idempotencyField': string({
    label: 'Payload key',
    description: `Key that the payload gets for the id; it must not have this key already. ${link(API, 'About the detail of an entry')}`,
    value: 'idempotencyId',
    placeholder: 'idempotencyId',
    constraints: { notEmpty: true },
    condition: equals('input.idempotencyId', 'detail'),
    group: 'idempotency',
    binding: input('input.idempotencyField'),
    reference: { accepts: 'text that is no key of the payload yet', example: 'idempotencyId' },
  }),
};
