/** The job type of one worker, so that each has jobs of its own. */
export function jobTypeOf(name: string): string {
  return `bench:${name}:1`;
}

/** The id of the process whose one task has jobs of this type. */
export function processIdOf(name: string): string {
  return `bench-${name}`;
}

/** The id of the process that has no task: the engine alone. */
export const EMPTY_PROCESS_ID = 'bench-engine-alone';

/** Task inputs and headers, as the template writes them. */
const INPUTS = {
  'authentication.type': 'credentials',
  'authentication.accessKey': '{{secrets.AWS_ACCESS_KEY}}',
  'authentication.secretKey': '{{secrets.AWS_SECRET_KEY}}',
  'configuration.region': 'eu-central-1',
  'input.eventBusName': 'orders',
  'input.source': 'com.example.shop',
  'input.detailType': 'Order Placed',
  'input.detail': '=order',
};

/** Task headers, as the template writes them. */
export const HEADERS = {
  resultExpression: '={ eventId: response.entries[1].eventId }',
  retryBackoff: 'PT30S',
};

/** What an instance is started with. */
export const VARIABLES = {
  order: {
    orderId: '7c6e4a0e-54a2-4a0a-9d3c-0d7ad9d3a1f5',
    customer: { id: 'c-104711', name: 'Ada Lovelace', country: 'GB' },
    lines: [
      { sku: 'A-1001', quantity: 2, price: 12.5 },
      { sku: 'B-2002', quantity: 1, price: 80 },
    ],
    total: 105,
    currency: 'EUR',
  },
};

/** What a job of the task carries: the inputs as the engine makes them of `VARIABLES`. */
export function jobVariables(): object {
  const variables: Record<string, Record<string, unknown>> = {};
  for (const [target, source] of Object.entries(INPUTS)) {
    const [group = '', name = ''] = target.split('.');
    (variables[group] ??= {})[name] = source === '=order' ? VARIABLES.order : source;
  }
  return variables;
}

/** A process of one task of this worker's job type. */
export function taskProcess(name: string): string {
  const inputs = Object.entries(INPUTS).map(
    ([target, source]) => `<zeebe:input source="${source}" target="${target}"/>`,
  );
  const headers = Object.entries(HEADERS).map(([key, value]) => `<zeebe:header key="${key}" value="${value}"/>`);
  return definitions(
    processIdOf(name),
    `<bpmn:sequenceFlow id="ToTask" sourceRef="Start" targetRef="Task"/>
    <bpmn:serviceTask id="Task">
      <bpmn:extensionElements>
        <zeebe:taskDefinition type="${jobTypeOf(name)}" retries="3"/>
        <zeebe:ioMapping>${inputs.join('')}</zeebe:ioMapping>
        <zeebe:taskHeaders>${headers.join('')}</zeebe:taskHeaders>
      </bpmn:extensionElements>
    </bpmn:serviceTask>
    <bpmn:sequenceFlow id="ToEnd" sourceRef="Task" targetRef="End"/>`,
  );
}

/** A process that ends when it has started. */
export function emptyProcess(): string {
  return definitions(EMPTY_PROCESS_ID, '<bpmn:sequenceFlow id="ToEnd" sourceRef="Start" targetRef="End"/>');
}

function definitions(processId: string, middle: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
    xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="Bench" targetNamespace="http://bpmn.io/schema/bpmn">
  <bpmn:process id="${processId}" isExecutable="true">
    <bpmn:startEvent id="Start"/>
    ${middle}
    <bpmn:endEvent id="End"/>
  </bpmn:process>
</bpmn:definitions>
`;
}
