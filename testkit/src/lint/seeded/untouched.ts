import { official, OFFICIAL_JOB_TYPE, parallel, type DiagramSpec, type TaskSpec } from '../../bpmn.ts';

/** Diagrams as somebody draws them who makes no mistake: nothing may be found in them. */

const TEMPLATE_HEADERS = { elementTemplateId: 'eventbridge-kit.send-event.v1', elementTemplateVersion: '1' };

/** The usual task: what most diagrams hold. */
export const usual: TaskSpec = {
  name: 'Publish order event',
  inputs: {
    'input.detail':
      '={\n  orderId: order.id,\n  total: sum(order.items.price),\n  items: for item in order.items return {sku: item.sku}\n}',
  },
  headers: {
    ...TEMPLATE_HEADERS,
    resultExpression: '={eventId: response.entries[1].eventId}',
    errorExpression:
      '=if error.code = "AccessDeniedException" then bpmnError("EVENT_REJECTED", error.message) else null',
    retryBackoff: 'PT30S',
  },
};

/** Every field that a task can have. */
export const everything: TaskSpec = {
  ...usual,
  inputs: {
    ...usual.inputs,
    'authentication.sessionToken': '{{secrets.AWS_SESSION_TOKEN}}',
    'authentication.roleArn': 'arn:aws:iam::123456789012:role/event-sender',
    'authentication.externalId': 'camunda-production',
    'input.eventBusName': 'arn:aws:events:eu-central-1:123456789012:event-bus/orders',
    'input.resources': '=["arn:aws:s3:::orders", order.arn]',
    'input.time': '=now()',
    'input.traceHeader': 'Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1',
    'input.idempotencyId': 'detail',
    'input.idempotencyField': 'idempotencyId',
    'configuration.endpoint': 'https://events.eu-central-1.amazonaws.com',
  },
  headers: { ...usual.headers, jobTimeout: 'PT1M' },
};

/** A task of the official template, with an error expression that looks for rejected events. */
export const officialUsual: TaskSpec = {
  ...official,
  name: 'Publish with the official connector',
  inputs: { 'input.eventBusName': '="orders"', 'input.detail': '{"orderId": 42}' },
  headers: {
    elementTemplateId: official.template.id,
    elementTemplateVersion: String(official.template.version),
    resultExpression: '={failedEntryCount: response.failedEntryCount, eventId: response.entries[1].eventId}',
    errorExpression:
      '=if response.failedEntryCount > 0 then jobError("rejected", {}, job.retries - 1, "PT30S") else null',
    retryBackoff: 'PT30S',
  },
};

/** The diagram around a task: what its error expression throws is caught. */
export function around(task: TaskSpec): DiagramSpec {
  return {
    engine: '8.8.0',
    tasks: [task],
    boundaries: (task.headers?.['errorExpression'] ?? '').includes('EVENT_REJECTED')
      ? [['Task_1', 'EVENT_REJECTED']]
      : [],
  };
}

export const UNTOUCHED: readonly (readonly [name: string, diagram: DiagramSpec])[] = [
  ['the usual task', around(usual)],
  ['every field', around(everything)],
  ['the official connector', around(officialUsual)],
  ['the official connector on a cluster without a version', { ...around(officialUsual), engine: null }],
  [
    'credentials of the worker',
    around({
      ...usual,
      inputs: {
        ...usual.inputs,
        'authentication.type': 'defaultCredentialsChain',
        'authentication.accessKey': null,
        'authentication.secretKey': null,
      },
    }),
  ],
  [
    'everything as an expression',
    around({
      ...usual,
      inputs: {
        'configuration.region': '=env.region',
        'input.eventBusName': '=env.bus',
        'input.source': '="com.example." + env.name',
        'input.detailType': '=if urgent then "Urgent order" else "Order"',
        'input.detail': '=context merge(order, {sentAt: string(now())})',
      },
    }),
  ],
  [
    'secrets everywhere',
    around({
      ...officialUsual,
      inputs: {
        ...officialUsual.inputs,
        'configuration.region': '{{secrets.AWS_REGION}}',
        'input.eventBusName': '{{secrets.BUS}}',
        'input.detail': '={token: "Bearer {{secrets.TOKEN}}"}',
      },
    }),
  ],
  [
    'secrets of a new engine',
    {
      ...around({
        ...usual,
        inputs: {
          ...usual.inputs,
          'authentication.accessKey': '=camunda.secrets.AWS_ACCESS_KEY',
          'authentication.secretKey': '=camunda.secrets.`aws-secret-key`',
        },
      }),
      engine: '8.10.0',
    },
  ],
  [
    'a reusable credential',
    {
      engine: '8.10.0',
      tasks: [
        {
          template: { id: official.template.id, version: 9 },
          jobType: OFFICIAL_JOB_TYPE,
          mappings: [
            ['awsCredential', '=camunda.vars.env.aws'],
            ['input.source', 'com.example'],
            ['input.detailType', 'Order'],
            ['input.eventBusName', '="default"'],
            ['input.detail', '=order'],
          ],
        },
      ],
    },
  ],
  [
    'two branches',
    parallel(
      { ...usual, headers: { ...TEMPLATE_HEADERS, resultVariable: 'orderEvent' } },
      { ...usual, headers: { ...TEMPLATE_HEADERS, resultVariable: 'auditEvent' } },
    ),
  ],
  [
    'another connector beside it',
    {
      tasks: [
        usual,
        {
          id: 'Task_2',
          template: { id: 'io.camunda.connectors.HttpJson.v2', version: 5 },
          jobType: 'io.camunda:http-json:1',
          mappings: [
            ['url', 'not a url'],
            ['input.source', 'aws.x'],
          ],
        },
      ],
      boundaries: [['Task_1', 'EVENT_REJECTED']],
    },
  ],
];
