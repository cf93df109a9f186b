import { describe, expect, it } from 'vitest';
import { bpmn, parallel } from '@eventbridge-kit/testkit/bpmn';
import { parse } from '@eventbridge-kit/testkit/parse';
import { RULES } from '../rules/index.ts';
import { checkTask } from '../run/check.ts';
import { readDiagram } from './diagram.ts';
import { readTask } from './read-task.ts';

const rules = RULES.map((rule) => ({ rule, severity: rule.severity }));

describe('a diagram', () => {
  it('costs nothing until it is asked: rules of scope "task" never do', async () => {
    const diagram = readDiagram(await parse(bpmn({ tasks: [{ inputs: { 'configuration.region': '' } }] })));
    const [task] = diagram.tasks;
    let asked = 0;
    const counting = new Proxy(diagram, {
      get(target, name, receiver): unknown {
        asked += 1;
        return Reflect.get(target, name, receiver);
      },
    });
    if (!task) throw new Error('no task');
    const found = checkTask(
      task,
      counting,
      rules.filter(({ rule }) => rule.scope === 'task'),
    );
    expect(found.map(({ rule }) => rule)).toEqual(['region-required']);
    expect(asked).toBe(0);
  });

  it('knows a task that a host has read by itself', async () => {
    const spec = parallel({ headers: { resultVariable: 'r' } }, { headers: { resultVariable: 'r' } });
    const definitions = await parse(bpmn({ ...spec, boundaries: [['Task_1', 'A']] }));
    const diagram = readDiagram(definitions);
    const alone = readTask(diagram.tasks[0]?.node, diagram.engine);
    if (!alone) throw new Error('no task');
    expect(diagram.catchersOf(alone)).toEqual([{ id: 'Boundary_0', code: 'A', onTask: true }]);
    expect(checkTask(alone, diagram, rules).map(({ rule }) => rule)).toEqual([
      'bpmn-error-not-thrown',
      'result-variable-race',
    ]);
  });
});
