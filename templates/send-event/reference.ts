/** What the reference page says beside the fields. */
export const reference = {
  introduction: `The task sends one event and waits until EventBridge has accepted it. Accepted is not delivered: EventBridge
also accepts an event that no rule matches, and one for an event bus that does not exist. It delivers at least once and
keeps no order; with an idempotency id a consumer can drop what arrives twice.

A text field takes secrets, written as \`{{secrets.NAME}}\`, while it is not in FEEL mode; the worker puts their values in.`,
  sections: {
    'AWS permissions': `The identity that sends is the IAM user of the access key, or, with the default credentials chain, the one the worker
runs as; with a role ARN it is that role.

| who | needs | on |
| --- | --- | --- |
| the identity that sends | \`events:PutEvents\` | the ARN of the event bus |
| the identity that assumes a role, when a role ARN is set | \`sts:AssumeRole\` | the ARN of the role |
| the identity that sends, optionally | \`events:DescribeEventBus\` | the ARN of the event bus; lets the worker find a bus that does not exist (\`--check-event-bus on\`) |

The least that works, for the bus \`orders\` and events of one source:

\`\`\`json
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "events:PutEvents",
      "Resource": "arn:aws:events:eu-central-1:123456789012:event-bus/orders",
      "Condition": { "StringEquals": { "events:source": "com.example.orders" } }
    }
  ]
}
\`\`\`

With a role ARN, this for the identity that assumes the role:

\`\`\`json
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "sts:AssumeRole",
      "Resource": "arn:aws:iam::123456789012:role/event-sender"
    }
  ]
}
\`\`\`

and this as the trust policy of the role, which asks for the external id:

\`\`\`json
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::210987654321:user/camunda-worker" },
      "Action": "sts:AssumeRole",
      "Condition": { "StringEquals": { "sts:ExternalId": "camunda-production" } }
    }
  ]
}
\`\`\`

What works where: this project's worker always runs with you, beside a cluster in Camunda 8 SaaS too, so credentials in the
task, the default credentials chain (the worker's own environment) and roles work with SaaS, Self-Managed and hybrid set-ups
alike. With Camunda's own connector runtime, SaaS has no environment of yours: there only credentials in the task work.
Events of one detail type alone can be allowed with the condition key \`events:detail-type\` beside \`events:source\`.

A bus of another account must also allow the sender in its own
[resource policy](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-permissions-manage.html). A global
endpoint needs the permission on the bus in both of its regions. Actions, resources and condition keys:
[service authorization reference](https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html).`,
    'When an event is sent twice': `An event is sent again when the worker or its link breaks before the engine knows that the job is done. Its
idempotency id is then the same: the text \`camunda-job:\` with the job's key behind it, for example
\`camunda-job:2251799813685249\`, and the cluster's name between the two where the operator of the worker gave it one. It
stands in the payload under the key of your choice, or behind the resources of the event.

The promise stays _at least once_: EventBridge drops nothing, the consumer has to remember the ids that it has seen. A test
send has no job and shows \`camunda-job:test-send\`. Camunda's own connector does not know the field and sends no id.`,
    Response: `What the result variable holds and the result expression sees, for example:

\`\`\`json
{
  "sdkResponseMetadata": { "requestId": "5f7f5b4e-3f3a-4c0e-9c62-0a4b0d9f3a11" },
  "sdkHttpMetadata": {
    "httpHeaders": { "x-amzn-RequestId": "5f7f5b4e-3f3a-4c0e-9c62-0a4b0d9f3a11" },
    "httpStatusCode": 200,
    "allHttpHeaders": { "x-amzn-RequestId": ["5f7f5b4e-3f3a-4c0e-9c62-0a4b0d9f3a11"] }
  },
  "failedEntryCount": 0,
  "entries": [{ "eventId": "17793124-05d4-b198-2fde-7ededc63b103", "errorCode": null, "errorMessage": null }]
}
\`\`\`

A result expression: \`= { eventId: response.entries[1].eventId }\`. An error expression that turns a refused event into a BPMN
error: \`= if error.code = "AccessDeniedException" then bpmnError("EVENT_REFUSED", error.message) else null\`.`,
    'Functions of the error expression': `Beside FEEL's own functions an error expression can call these. What is in brackets may be left out.

| call | what happens |
| --- | --- |
| \`bpmnError(code[, message[, variables]])\` | a boundary event or an event subprocess catches the error; no retry is used |
| \`jobError(message[, variables[, retries[, retryBackoff]]])\` | the job fails; without \`retries\` there is an incident at once |
| \`ignoreError([variables])\` | the task completes with these variables alone |
| \`backoff(attempt[, minDelay, factor[, maxDelay[, jitterFactor]]])\` | gives a wait for \`jobError\` that grows with each attempt |

\`backoff\` waits \`minDelay\` after the first attempt and \`factor\` times as long after each further one, \`maxDelay\` at most; then
\`jitterFactor\`, a share from 0 up, spreads it in both directions. Left out, they are 50 milliseconds, 1.6, 5 seconds and 0.1.
A task with three retries waits about 10 seconds, then a minute:

\`\`\`feel
= if error.code = "ThrottlingException"
  then jobError(error.message, {}, job.retries - 1, backoff(4 - job.retries, duration("PT10S"), 6, duration("PT5M")))
  else null
\`\`\`

Camunda's own runtime has \`backoff\` since [camunda/connectors#7003](https://github.com/camunda/connectors/pull/7003);
earlier versions do not know it.`,
  },
} as const;
