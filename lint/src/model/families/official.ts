import { OFFICIAL_TEMPLATE } from '@eventbridge-kit/templates/official';
import type { EventTask, Family } from '../event-task.ts';
import { isBlank, valueOf } from '../value.ts';
import { OFFICIAL } from './ids.ts';
import { requiredInputs } from './send-event.ts';

const CREDENTIAL = OFFICIAL_TEMPLATE.credential.input;

const REGION = 'configuration.region';

const EVENT = ['input.eventBusName', 'input.source', 'input.detailType', 'input.detail'];

/** The one version of its template in which the region may be left out. */
const VERSION_WITHOUT_REGION = 5;

/** Tasks of Camunda's own outbound connector. A test compares the lists with its templates, every version. */
export const officialFamily: Family = {
  ...OFFICIAL,
  labels: {
    [CREDENTIAL]: 'AWS credential',
    'authentication.type': 'Authentication',
    'authentication.accessKey': 'Access key',
    'authentication.secretKey': 'Secret key',
    'configuration.region': 'Region',
    'configuration.endpoint': 'Endpoint',
    'input.source': 'Source',
    'input.detailType': 'Detail type',
    'input.eventBusName': 'Event bus name',
    'input.detail': 'Event payload',
    resultVariable: 'Result variable',
    resultExpression: 'Result expression',
    errorExpression: 'Error expression',
    retries: 'Retries',
    retryBackoff: 'Retry backoff',
    jobTimeout: 'Job timeout',
  },
  inputs: [
    CREDENTIAL,
    'authentication.type',
    'authentication.accessKey',
    'authentication.secretKey',
    'configuration.region',
    'configuration.endpoint',
    'input.eventBusName',
    'input.source',
    'input.detailType',
    'input.detail',
  ],
  required: (task) => [...connection(task), ...EVENT],
  rejectedIsSuccess: true,
  strictText: false,
  hasOwnJobType: (templateId) => templateId.endsWith('-hybrid'),
};

/** A reusable credential brings keys and region. */
function connection(task: EventTask): readonly string[] {
  if (task.inputs.some(({ name }) => name.split('.')[0] === CREDENTIAL) && !isBlank(valueOf(task, CREDENTIAL)))
    return [];
  const required = requiredInputs(task).filter((name) => !name.startsWith('input.'));
  return task.template?.version === VERSION_WITHOUT_REGION ? required.filter((name) => name !== REGION) : required;
}
