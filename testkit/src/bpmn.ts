/** Builds the XML of small diagrams, as a modeler saves them, from what matters in a test. */

export interface TaskSpec {
  readonly id?: string;
  readonly name?: string;
  /** Element name, for example `sendTask`; default `serviceTask`. */
  readonly element?: string;
  /** Changes to the valid inputs, by target; null leaves one out. */
  readonly inputs?: Readonly<Record<string, string | null>>;
  /** Instead of all inputs: in this order, doubles allowed. */
  readonly mappings?: readonly (readonly [target: string, source: string])[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Output mappings, by target. */
  readonly outputs?: Readonly<Record<string, string>>;
  readonly retries?: string;
  /** Null leaves the task definition out. */
  readonly jobType?: string | null;
  /** Null leaves the template out. */
  readonly template?: { readonly id: string; readonly version?: number | string } | null;
  /** XML inside the task, after its extension elements. */
  readonly inside?: string;
}

export interface DiagramSpec {
  /** Null leaves the platform out; default 8.8.0. */
  readonly engine?: string | null;
  readonly tasks: readonly TaskSpec[];
  /** Boundary events: the task's id and the error code, null for any error. */
  readonly boundaries?: readonly (readonly [taskId: string, code: string | null])[];
  /** XML beside the tasks. */
  readonly elements?: string;
  /** XML beside the process: errors and the like. */
  readonly roots?: string;
  /** Puts the process's content into something else. */
  readonly wrap?: (content: string) => string;
}

const SEND_EVENT = { id: 'eventbridge-kit.send-event.v1', version: 1 };

export const OFFICIAL = { id: 'io.camunda.connectors.AWSEventBridge.v1', version: 6 };

export const OFFICIAL_JOB_TYPE = 'io.camunda:aws-eventbridge:1';

/** A task of the official template: spread it into a task. */
export const official = { template: OFFICIAL, jobType: OFFICIAL_JOB_TYPE } as const;

/** Inputs with nothing wrong in them. */
export const VALID_INPUTS: Readonly<Record<string, string>> = {
  'authentication.type': 'credentials',
  'authentication.accessKey': '{{secrets.AWS_ACCESS_KEY}}',
  'authentication.secretKey': '{{secrets.AWS_SECRET_KEY}}',
  'configuration.region': 'eu-central-1',
  'input.eventBusName': 'orders',
  'input.source': 'com.example.orders',
  'input.detailType': 'Order placed',
  'input.detail': '={orderId: order.id}',
};

/** Two tasks, `Task_1` and `Task_2`, in the branches of a gateway. */
export function parallel(first: TaskSpec, second: TaskSpec, gateway = 'parallelGateway'): DiagramSpec {
  const flow = (id: string, from: string, to: string): string =>
    `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}" />`;
  return {
    tasks: [first, { id: 'Task_2', ...second }],
    elements: [
      `<bpmn:${gateway} id="Fork" />`,
      `<bpmn:${gateway} id="Join" />`,
      flow('Flow_1', 'Fork', 'Task_1'),
      flow('Flow_2', 'Fork', 'Task_2'),
      flow('Flow_3', 'Task_1', 'Join'),
      flow('Flow_4', 'Task_2', 'Join'),
    ].join('\n'),
  };
}

export function bpmn(spec: DiagramSpec): string {
  const {
    engine = '8.8.0',
    tasks,
    boundaries = [],
    elements = '',
    roots = '',
    wrap = (content: string): string => content,
  } = spec;
  const platform =
    engine === null
      ? ''
      : ` modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="${xml(engine)}"`;
  const events = boundaries.map(
    ([taskId, code], index) =>
      `<bpmn:boundaryEvent id="Boundary_${index}" attachedToRef="${taskId}"><bpmn:errorEventDefinition id="Definition_${index}"${code === null ? '' : ` errorRef="Error_${index}"`} /></bpmn:boundaryEvent>`,
  );
  const errors = boundaries.flatMap(([, code], index) =>
    code === null ? [] : [`<bpmn:error id="Error_${index}" errorCode="${xml(code)}" />`],
  );
  const content = [...tasks.map(task), ...events, elements].join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:modeler="http://camunda.org/schema/modeler/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="Definitions_1" targetNamespace="http://bpmn.io/schema/bpmn"${platform}>
<bpmn:process id="Process_1" isExecutable="true">
${wrap(content)}
</bpmn:process>
${[...errors, roots].join('\n')}
</bpmn:definitions>
`;
}

export function task(spec: TaskSpec): string {
  const { id = 'Task_1', name, element = 'serviceTask', retries = '3', inside = '' } = spec;
  const { jobType = 'eventbridge-kit:send-event:1', template = SEND_EVENT } = spec;
  const attributes = [
    `id="${id}"`,
    ...(name === undefined ? [] : [`name="${xml(name)}"`]),
    ...(template === null ? [] : [`zeebe:modelerTemplate="${xml(template.id)}"`]),
    ...(template?.version === undefined ? [] : [`zeebe:modelerTemplateVersion="${template.version}"`]),
  ].join(' ');
  const inputs = mappingsOf(spec).map(
    ([target, source]) => `<zeebe:input source="${xml(source)}" target="${xml(target)}" />`,
  );
  const outputs = Object.entries(spec.outputs ?? {}).map(
    ([target, source]) => `<zeebe:output source="${xml(source)}" target="${xml(target)}" />`,
  );
  const headers = Object.entries(spec.headers ?? {}).map(
    ([key, value]) => `<zeebe:header key="${xml(key)}" value="${xml(value)}" />`,
  );
  return `<bpmn:${element} ${attributes}>
<bpmn:extensionElements>
${jobType === null ? '' : `<zeebe:taskDefinition type="${xml(jobType)}" retries="${xml(retries)}" />`}
<zeebe:ioMapping>
${[...inputs, ...outputs].join('\n')}
</zeebe:ioMapping>
<zeebe:taskHeaders>
${headers.join('\n')}
</zeebe:taskHeaders>
</bpmn:extensionElements>
${inside}
</bpmn:${element}>`;
}

function mappingsOf({ inputs = {}, mappings }: TaskSpec): readonly (readonly [string, string])[] {
  if (mappings) return mappings;
  return Object.entries({ ...VALID_INPUTS, ...inputs }).filter((entry): entry is [string, string] => entry[1] !== null);
}

/** Line breaks too: an attribute keeps them only so. */
function xml(text: string): string {
  return text.replace(/[&<>"\n\r\t]/g, (char) => `&#${char.charCodeAt(0)};`);
}
