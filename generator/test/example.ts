import {
  defineTemplate,
  equals,
  errorGroup,
  errorHandling,
  hidden,
  input,
  jsonObject,
  listOf,
  number,
  outputGroup,
  outputMapping,
  retries,
  retriesGroup,
  string,
  taskDefinition,
  templateHeaders,
  text,
  textValue,
  variants,
} from 'element-template-generator';
import { type JobInput, parseJobInput } from 'element-template-generator/job-input';

const ID = 'com.example.notify.v1';
const VERSION = 1;

export const notify = defineTemplate({
  id: ID,
  name: 'Notify with Example',
  description: 'Send a notification',
  version: VERSION,
  documentationRef: 'https://example.com/docs/notify',
  category: { id: 'connectors', name: 'Connectors' },
  appliesTo: ['bpmn:Task'],
  elementType: { value: 'bpmn:ServiceTask' },
  engines: { camunda: '^8.6' },
  groups: {
    authentication: { label: 'Authentication', openByDefault: true },
    message: { label: 'Message', openByDefault: true },
    ...outputGroup,
    ...errorGroup,
    ...retriesGroup,
  },
  properties: {
    jobType: hidden({ value: 'com.example:notify:1', binding: taskDefinition('type') }),

    // A dropdown, and the fields that exist only with one of its choices.
    ...variants('authentication.type', {
      label: 'Authentication',
      value: 'token',
      group: 'authentication',
      binding: input('authentication.type'),
      variants: {
        token: {
          name: 'Token',
          properties: {
            'authentication.token': string({
              label: 'Token',
              description: 'Use a secret: {{secrets.EXAMPLE_TOKEN}}',
              secret: true,
              constraints: { notEmpty: true },
              group: 'authentication',
              binding: input('authentication.token'),
            }),
          },
        },
        none: { name: 'None' },
      },
      whenMissing: 'none',
    }),

    'message.subject': string({
      label: 'Subject',
      feel: 'optional',
      constraints: { notEmpty: true, maxLength: 78 },
      group: 'message',
      binding: input('message.subject'),
      // Not in the JSON, but on the reference page.
      reference: {
        accepts: 'one line of text',
        limits: [{ text: 'at most 78 characters', source: 'https://www.rfc-editor.org/rfc/rfc5322#section-2.1.1' }],
        example: 'Your order has shipped',
      },
    }),
    'message.recipients': text({
      label: 'Recipients',
      feel: 'optional',
      constraints: { notEmpty: true },
      group: 'message',
      binding: input('message.recipients'),
      // The field holds text, a job a list.
      job: listOf(textValue()),
    }),
    'message.data': text({
      label: 'Data',
      feel: 'required',
      optional: true,
      group: 'message',
      binding: input('message.data'),
      job: jsonObject(),
    }),
    'message.priority': number({
      label: 'Priority',
      value: 3,
      condition: equals('authentication.type', 'token'),
      group: 'message',
      binding: input('message.priority'),
    }),

    ...outputMapping(),
    ...errorHandling(),
    ...retries(),
    ...templateHeaders({ id: ID, version: VERSION }),
  },
  reference: { sections: { Permissions: 'The token needs the scope `notify`.' } },
});

export type NotifyInput = JobInput<typeof notify>;

/** What a worker does with a job. */
export function describeJob(variables: unknown): string {
  const result = parseJobInput(notify, variables);
  if (!result.ok) return result.issues.map((issue) => `${issue.field}: ${issue.message}`).join('\n');
  const { authentication, message } = result.input;
  // Comparing the dropdown narrows the object: `token` is a string here.
  const how = authentication.type === 'token' ? `with a token of ${authentication.token.length}` : 'openly';
  return `to ${message.recipients.join(', ')}, ${how}`;
}
