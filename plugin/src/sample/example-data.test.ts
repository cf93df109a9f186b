import { describe, expect, it } from 'vitest';
import { eventTask, FakeDiagram } from '../../test/fake-modeler.ts';
import { exampleData } from './example-data.ts';

function withExample(id: string, json: string): string {
  const value = json.replaceAll('"', '&#34;');
  return `<bpmn:startEvent id="${id}"><bpmn:extensionElements><zeebe:properties>
    <zeebe:property name="other" value="{}" />
    <zeebe:property name="camundaModeler:exampleOutputJson" value="${value}" />
  </zeebe:properties></bpmn:extensionElements></bpmn:startEvent>`;
}

describe('the example data of a diagram', () => {
  it('is what the other elements give', async () => {
    const diagram = await FakeDiagram.ofProcess(
      withExample('one', '{"order": {"id": 1}}') + withExample('two', '{"total": 3}') + eventTask('task', ''),
    );
    expect(exampleData(diagram.element('task').businessObject)).toEqual({ order: { id: 1 }, total: 3 });
  });

  it('of an inner scope hides that of an outer one', async () => {
    const diagram = await FakeDiagram.ofProcess(
      withExample('outer', '{"a": "outer", "b": "outer"}') +
        `<bpmn:subProcess id="sub">${withExample('inner', '{"a": "inner"}')}${eventTask('task', '')}</bpmn:subProcess>`,
    );
    expect(exampleData(diagram.element('task').businessObject)).toEqual({ a: 'inner', b: 'outer' });
  });

  it.each(['', 'not JSON', '[1]', 'null', '"text"'])('that is no object counts for nothing: %s', async (json) => {
    const diagram = await FakeDiagram.ofProcess(withExample('one', json) + eventTask('task', ''));
    expect(exampleData(diagram.element('task').businessObject)).toEqual({});
  });
});
