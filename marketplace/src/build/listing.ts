/** What the form of a listing asks for, and the pictures and files that go with it. */
export const LISTING = {
  title: 'Send events to Amazon EventBridge',
  summary:
    'Send events from a BPMN process to Amazon EventBridge, with checks while you type, a test send before you deploy, and a worker that never takes a rejected event for a success.',
  overview: [
    'One element template sends an event to an event bus of Amazon EventBridge. Its fields take plain text, secrets and FEEL, and are checked against the limits of EventBridge while you type.',
    'A plugin for Desktop Modeler lists every mistake with its fix, and sends a test event to a local event bus or to AWS, by the same code that runs the job later.',
    'A worker does the jobs beside a Camunda 8 cluster, in SaaS, Self-Managed or hybrid set-ups. Events that come together share calls; each job gets one outcome; what EventBridge rejects is a failed job or the BPMN error that your error expression maps it to.',
  ].join('\n\n'),
  features: [
    'Element template with static text, secrets and FEEL in every field of an event',
    'Access keys, temporary credentials, the default credentials chain, and roles to assume',
    'Rules over every field and expression, with fixes, in Desktop Modeler, bpmnlint and on the command line',
    'Test send inside the modeler: each field, the resolved event and the answer, before anything is deployed',
    'Result and error expressions, retries with backoff, job timeout',
    'Idempotency ids, by which a consumer drops what arrives twice',
    'A local event bus for trying out and for tests, without an AWS account',
    'Metrics, probes, a dashboard, and manifests for containers and Kubernetes',
  ],
  type: 'Connector',
  creator: 'Community',
  tags: ['AWS', 'Amazon EventBridge', 'event bus', 'events', 'integration', 'job worker', 'outbound'],
  versionCompatibility: 'Camunda 8.6 and newer',
  availability: ['SaaS', 'Self-Managed', 'Hybrid'],
  industries: ['All industries', 'Financial services', 'Insurance', 'Retail and e-commerce', 'Logistics'],
  useCases: [
    'Tell other services what happened in a process, without knowing them',
    'Start AWS Lambda functions, queues and Step Functions by rules on an event bus',
    'Feed audit trails and analytics with the milestones of a process',
  ],
  badges: ['Community Extension', 'Compatible with Camunda 8', 'Proof of Concept'],
  logo: {
    source: 'pictures/logo.svg',
    listing: 'pictures/logo-512.png',
    profile: 'pictures/logo-230.png',
    licence: 'Drawn for this project; Apache-2.0, as all of it.',
  },
  screenshots: [
    {
      file: 'pictures/screenshot-test-send.png',
      alt: 'A process that publishes an order event, its test send with the event as it was accepted, and the events that arrived at the local event bus.',
    },
    {
      file: 'pictures/screenshot-validation.png',
      alt: 'The same process with two mistakes in its task: each stands below its field with a fix, and in the list of problems of the diagram.',
    },
  ],
  blueprint: {
    title: 'Publish an order event',
    subtitle: 'Tell other services about an order through Amazon EventBridge',
    description:
      'The process adds up an order and sends the event "Order placed" with its total and items. A missing permission is a BPMN error that leads to a user task; every other failure is tried again, and becomes an incident when its retries are used up.',
    thumbnail: 'pictures/thumbnail.png',
    resources: ['blueprint/order-to-event.bpmn', 'element-templates/send-event.json'],
  },
} as const;
