import { bpmn, type TaskSpec } from '@eventbridge-kit/testkit/bpmn';

const COLUMNS = 25;
const WIDTH = 100;
const HEIGHT = 80;
const STEP = { x: 160, y: 140 };

/** Ids of the tasks of such a diagram: `Task_1` and on. */
export function taskId(index: number): string {
  return `Task_${index + 1}`;
}

/** A diagram of as many event tasks, in rows of a flow each, every tenth with a boundary event for the error it throws. */
export function rowsOfTasks(count: number): string {
  const indices = Array.from({ length: count }, (_, index) => index);
  const follows = indices.filter((index) => index % COLUMNS > 0);
  const throwing = indices.filter((index) => index % 10 === 0);
  const xml = bpmn({
    tasks: indices.map(taskOf),
    boundaries: throwing.map((index) => [taskId(index), 'NOT_SENT'] as const),
    elements: follows
      .map(
        (index) =>
          `<bpmn:sequenceFlow id="Flow_${index}" sourceRef="${taskId(index - 1)}" targetRef="${taskId(index)}" />`,
      )
      .join('\n'),
  });
  const shapes = [
    ...indices.map((index) => shape(taskId(index), place(index), WIDTH, HEIGHT)),
    ...throwing.map((index, at) => {
      const { x, y } = place(index);
      return shape(`Boundary_${at}`, { x: x + 30, y: y + HEIGHT - 18 }, 36, 36);
    }),
    ...follows.map((index) => {
      const [from, to] = [place(index - 1), place(index)];
      const y = from.y + HEIGHT / 2;
      return `<bpmndi:BPMNEdge id="Flow_${index}_di" bpmnElement="Flow_${index}"><di:waypoint x="${from.x + WIDTH}" y="${y}" /><di:waypoint x="${to.x}" y="${y}" /></bpmndi:BPMNEdge>`;
    }),
  ];
  return withShapes(xml, 'Process_1', shapes);
}

/** The diagram with shapes for some of its elements, in a row, on the plane of an element. */
export function withPicture(xml: string, ids: readonly string[], plane = 'Process_1'): string {
  return withShapes(
    xml,
    plane,
    ids.map((id, index) => shape(id, place(index), WIDTH, HEIGHT)),
  );
}

function withShapes(xml: string, plane: string, shapes: readonly string[]): string {
  return xml.replace(
    '</bpmn:definitions>',
    `<bpmndi:BPMNDiagram xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="${plane}_diagram"><bpmndi:BPMNPlane id="${plane}_di_plane" bpmnElement="${plane}">
${shapes.join('\n')}
</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`,
  );
}

function taskOf(index: number): TaskSpec {
  return {
    id: taskId(index),
    name: `Send event ${index + 1}`,
    inputs: {
      'input.detail': '={orderId: order.id, total: sum(order.items.price), at: string(now())}',
      'input.resources': '=["arn:aws:s3:::orders", "arn:aws:s3:::" + bucket]',
      'input.source': '="com.example." + tenant',
    },
    headers: {
      resultVariable: `sent_${index + 1}`,
      resultExpression: '={eventId: response.entries[1].eventId}',
      errorExpression: index % 10 === 0 ? 'if error != null then bpmnError("NOT_SENT", error.message) else null' : '',
    },
  };
}

function place(index: number): { readonly x: number; readonly y: number } {
  return { x: 100 + (index % COLUMNS) * STEP.x, y: 100 + Math.floor(index / COLUMNS) * STEP.y };
}

function shape(
  id: string,
  { x, y }: { readonly x: number; readonly y: number },
  width: number,
  height: number,
): string {
  return `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}" /></bpmndi:BPMNShape>`;
}
