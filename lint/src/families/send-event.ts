import { CHECKED_FIELDS } from '@eventbridge-kit/eventbridge';
import type { EventTask, Family } from '../model/event-task.ts';
import { isBlank, knownText, valueOf } from '../model/value.ts';
import { SEND_EVENT } from './ids.ts';

/** Inputs that hold a credential: how a message calls them, and the secret that the template proposes. */
export const SECRET_INPUTS: Readonly<Record<string, { readonly label: string; readonly name: string }>> = {
  'authentication.accessKey': { label: 'The access key', name: 'AWS_ACCESS_KEY' },
  'authentication.secretKey': { label: 'The secret key', name: 'AWS_SECRET_KEY' },
  'authentication.sessionToken': { label: 'The session token', name: 'AWS_SESSION_TOKEN' },
};

/** Where a worker finds its credentials: in the task, or in its own environment. */
export const AUTHENTICATION_TYPES: readonly string[] = ['credentials', 'defaultCredentialsChain'];

/** Where the event may carry an id of its job; nothing is none. */
export const IDEMPOTENCY_PLACES: readonly string[] = ['detail', 'resource'];

const KEYS = ['authentication.accessKey', 'authentication.secretKey'];

/** Required by every EventBridge connector, in the order of the template. */
const EVENT = ['configuration.region', 'input.eventBusName', 'input.source', 'input.detailType', 'input.detail'];

/** The keys are required unless the task says, or may say, that the worker has credentials of its own. */
export function requiredKeys(task: EventTask): readonly string[] {
  const type = valueOf(task, 'authentication.type');
  // Jobs of early templates carry the keys without saying so.
  return isBlank(type) || knownText(type) === 'credentials' ? KEYS : [];
}

/** An id in the payload needs a key there. */
function requiredIdempotencyField(task: EventTask): readonly string[] {
  return knownText(valueOf(task, 'input.idempotencyId')) === 'detail' ? ['input.idempotencyField'] : [];
}

/** Tasks of this project's template. A test compares the lists with the template itself. */
export const sendEventFamily: Family = {
  ...SEND_EVENT,
  templateVersion: 1,
  inputs: [
    'authentication.type',
    'authentication.accessKey',
    'authentication.secretKey',
    'authentication.sessionToken',
    'authentication.roleArn',
    'authentication.externalId',
    'input.idempotencyId',
    ...CHECKED_FIELDS,
  ],
  required: (task) => [...requiredKeys(task), ...EVENT, ...requiredIdempotencyField(task)],
  rejectedIsSuccess: false,
  secretRoots: ['authentication'],
  strictText: true,
  hasOwnJobType: () => false,
};
