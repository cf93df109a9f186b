import type { EventTask } from '../model/event-task.ts';
import type { Family } from '../model/family.ts';
import { isBlank, knownText, valueOf } from '../model/value.ts';

const KEYS = ['authentication.accessKey', 'authentication.secretKey'];

/** Required by every EventBridge connector, in the order of the template. */
const EVENT = ['configuration.region', 'input.eventBusName', 'input.source', 'input.detailType', 'input.detail'];

/** The keys are required unless the task says, or may say, that the worker has credentials of its own. */
export function requiredKeys(task: EventTask): readonly string[] {
  const type = valueOf(task, 'authentication.type');
  // Jobs of early templates carry the keys without saying so.
  return isBlank(type) || knownText(type) === 'credentials' ? KEYS : [];
}

/** Tasks of this project's template. A test compares the lists with the template itself. */
export const sendEventFamily: Family = {
  name: 'send-event',
  templateIds: ['eventbridge-kit.send-event.v1'],
  jobType: 'eventbridge-kit:send-event:1',
  templateVersion: 1,
  inputs: [
    'authentication.type',
    'authentication.accessKey',
    'authentication.secretKey',
    'authentication.sessionToken',
    'authentication.roleArn',
    'authentication.externalId',
    'configuration.region',
    'input.eventBusName',
    'input.source',
    'input.detailType',
    'input.detail',
    'input.resources',
    'input.time',
    'input.traceHeader',
    'configuration.endpointId',
    'configuration.endpoint',
  ],
  required: (task) => [...requiredKeys(task), ...EVENT],
  rejectedIsSuccess: false,
  strictText: true,
  hasOwnJobType: () => false,
};
