import {
  EXTERNAL_ID_PATTERN,
  MAX_EXTERNAL_ID_CHARS,
  MAX_ROLE_ARN_CHARS,
  MAX_ROLE_SESSION_NAME_CHARS,
  ROLE_ARN_PATTERN,
  ROLE_SESSION_NAME_PATTERN,
} from '@eventbridge-kit/eventbridge';
import {
  defineTemplate,
  dropdown,
  equals,
  errorGroup,
  errorHandling,
  hidden,
  input,
  orEmpty,
  orSecret,
  outputGroup,
  outputMapping,
  retries,
  retriesGroup,
  string,
  taskDefinition,
  templateHeaders,
} from 'element-template-generator';
import { advanced } from './send-event/advanced.ts';
import { configuration } from './send-event/configuration.ts';
import { DOCUMENTATION } from './send-event/documentation.ts';
import { eventDetails, eventPayload } from './send-event/event.ts';
import { idempotency } from './send-event/idempotency.ts';
import { CAMUNDA_SECRETS, IAM_GUIDE, STS_API, link, useSecret } from './send-event/links.ts';
import { reference } from './send-event/reference.ts';

/** Never changes: an upgrade finds its tasks by it. */
export const SEND_EVENT_ID = 'eventbridge-kit.send-event.v1';

/** The type under which a worker asks for the task's jobs. */
export const SEND_EVENT_JOB_TYPE = 'eventbridge-kit:send-event:1';

const VERSION = 1;

/**
 * The task that sends one event. Input names are those of Camunda's own EventBridge connector wherever that has the
 * field, so that either template runs on either runtime.
 */
export const sendEvent = defineTemplate({
  id: SEND_EVENT_ID,
  name: 'Send event to Amazon EventBridge',
  description: 'Send an event to an event bus of Amazon EventBridge',
  keywords: ['event', 'event bus', 'publish event', 'emit event', 'put events', 'AWS', 'serverless', 'notification'],
  documentationRef: DOCUMENTATION,
  version: VERSION,
  category: { id: 'connectors', name: 'Connectors' },
  appliesTo: ['bpmn:Task'],
  elementType: { value: 'bpmn:ServiceTask' },
  // The engines that the worker talks to. What the template writes (job type, retries, input mappings, task headers) older
  // ones read as well, but nobody would do their jobs.
  engines: { camunda: '^8.6' },
  icon: { file: 'icon.svg' },
  groups: {
    authentication: { label: 'Authentication', openByDefault: true },
    role: { label: 'Role to assume', openByDefault: false },
    configuration: { label: 'Configuration', openByDefault: true },
    eventDetails: { label: 'Event details', openByDefault: true },
    eventPayload: { label: 'Event payload', openByDefault: true },
    advanced: { label: 'Advanced', openByDefault: false },
    idempotency: { label: 'Idempotency', openByDefault: false },
    ...outputGroup,
    ...errorGroup,
    ...retriesGroup,
  },
  properties: {
    jobType: hidden({ value: SEND_EVENT_JOB_TYPE, binding: taskDefinition('type') }),

    'authentication.type': dropdown({
      label: 'Authentication',
      description: `Where the worker finds its AWS credentials: in this task, or in its own environment. ${link('https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html', 'About the chain')}`,
      choices: [
        { name: 'Credentials', value: 'credentials' },
        { name: 'Default Credentials Chain (Hybrid/Self-Managed only)', value: 'defaultCredentialsChain' },
      ],
      value: 'credentials',
      // Jobs of early templates of Camunda's connector carry the keys without saying so.
      whenMissing: 'credentials',
      group: 'authentication',
      binding: input('authentication.type'),
    }),
    'authentication.accessKey': string({
      label: 'Access key',
      description: `Id of an IAM access key. ${useSecret('AWS_ACCESS_KEY')} ${link(`${IAM_GUIDE}/id_credentials_access-keys.html`, 'About access keys')}`,
      value: '{{secrets.AWS_ACCESS_KEY}}',
      secret: true,
      feel: 'optional',
      constraints: { notEmpty: true },
      condition: equals('authentication.type', 'credentials'),
      group: 'authentication',
      binding: input('authentication.accessKey'),
      reference: { accepts: 'id of an access key, as a secret', example: '{{secrets.AWS_ACCESS_KEY}}' },
    }),
    'authentication.secretKey': string({
      label: 'Secret key',
      description: `Secret of the access key. ${useSecret('AWS_SECRET_KEY')} ${link(CAMUNDA_SECRETS, 'About secrets')}`,
      value: '{{secrets.AWS_SECRET_KEY}}',
      secret: true,
      feel: 'optional',
      constraints: { notEmpty: true },
      condition: equals('authentication.type', 'credentials'),
      group: 'authentication',
      binding: input('authentication.secretKey'),
      reference: { accepts: 'secret of the access key, as a secret', example: '{{secrets.AWS_SECRET_KEY}}' },
    }),
    'authentication.sessionToken': string({
      label: 'Session token',
      description: `Only for temporary credentials: the token that came with the keys. ${useSecret('AWS_SESSION_TOKEN')} ${link(`${IAM_GUIDE}/id_credentials_temp_use-resources.html`, 'About temporary credentials')}`,
      secret: true,
      optional: true,
      feel: 'optional',
      condition: equals('authentication.type', 'credentials'),
      group: 'authentication',
      binding: input('authentication.sessionToken'),
      reference: { accepts: 'session token, as a secret', example: '{{secrets.AWS_SESSION_TOKEN}}' },
    }),
    'authentication.roleArn': string({
      label: 'Role ARN',
      description: `Role to assume before sending; empty: none. ${link(`${IAM_GUIDE}/id_roles_use.html`, 'About assuming a role')}`,
      placeholder: 'arn:aws:iam::123456789012:role/event-sender',
      optional: true,
      feel: 'optional',
      constraints: {
        maxLength: MAX_ROLE_ARN_CHARS,
        pattern: {
          value: orEmpty(orSecret(ROLE_ARN_PATTERN)),
          message: 'must be the ARN of an IAM role, such as arn:aws:iam::123456789012:role/event-sender',
        },
      },
      group: 'role',
      binding: input('authentication.roleArn'),
      reference: {
        accepts: 'ARN of an IAM role',
        limits: [{ text: '20 to 2,048 characters', source: STS_API }],
        example: 'arn:aws:iam::123456789012:role/event-sender',
      },
    }),
    'authentication.externalId': string({
      label: 'External id',
      description: `Only with a role whose trust policy asks for one. ${link(`${IAM_GUIDE}/id_roles_common-scenarios_third-party.html`, 'About external ids')}`,
      placeholder: 'camunda-production',
      optional: true,
      feel: 'optional',
      constraints: {
        maxLength: MAX_EXTERNAL_ID_CHARS,
        pattern: {
          value: orEmpty(orSecret(EXTERNAL_ID_PATTERN)),
          message: 'must be 2 or more letters, digits or characters of _+=,.@:/-',
        },
      },
      group: 'role',
      binding: input('authentication.externalId'),
      reference: {
        accepts: "external id of the role's trust policy; without a role ARN it does nothing",
        limits: [{ text: '2 to 1,224 characters: letters, digits and `_+=,.@:/-`', source: STS_API }],
        example: 'camunda-production',
      },
    }),

    'authentication.roleSessionName': string({
      label: 'Role session name',
      description: `Only with a role: the name under which CloudTrail shows who sent the event. ${link('https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#ck_rolesessionname', 'About session names')}`,
      placeholder: 'order-process',
      optional: true,
      feel: 'optional',
      constraints: {
        maxLength: MAX_ROLE_SESSION_NAME_CHARS,
        pattern: {
          value: orEmpty(orSecret(ROLE_SESSION_NAME_PATTERN)),
          message: 'must be 2 or more letters, digits or characters of _+=,.@-',
        },
      },
      group: 'role',
      binding: input('authentication.roleSessionName'),
      reference: {
        accepts: 'name of the session of the role; without a role ARN it does nothing',
        limits: [{ text: '2 to 64 characters: letters, digits and `_+=,.@-`', source: STS_API }],
        example: 'order-process',
      },
    }),

    ...configuration,
    ...eventDetails,
    ...eventPayload,
    ...advanced,
    ...idempotency,
    ...outputMapping(),
    ...errorHandling(),
    ...retries(),
    ...templateHeaders({ id: SEND_EVENT_ID, version: VERSION }),
  },
  reference,
});
