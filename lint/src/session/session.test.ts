import { describe, expect, it } from 'vitest';
import { parallel, type DiagramSpec } from '@eventbridge-kit/testkit/bpmn';
import { EditableDiagram } from '../../test/editable-diagram.ts';
import { checkDiagram, configure, LintSession, readDiagram, type ActiveRule } from '../core.ts';

const WRONG = { 'configuration.region': 'eu-central-7' };

/** What a rule about a task alone was asked about, in order. */
class Probe {
  readonly looks: string[] = [];

  get rule(): ActiveRule {
    const check = ({ id }: { readonly id: string }): readonly [] => {
      this.looks.push(id);
      return [];
    };
    return { rule: { id: 'probe', title: '', severity: 'info', scope: 'task', check }, severity: 'info' };
  }
}

interface Opened {
  readonly diagram: EditableDiagram;
  readonly session: LintSession;
  readonly looks: string[];
}

async function open(spec: DiagramSpec): Promise<Opened> {
  const diagram = await EditableDiagram.of(spec);
  const probe = new Probe();
  const session = new LintSession({ definitions: () => diagram.definitions, element: (id) => diagram.find(id) }, [
    probe.rule,
    ...configure(),
  ]);
  session.touch(diagram.ids);
  settle(session);
  probe.looks.length = 0;
  return { diagram, session, looks: probe.looks };
}

function settle(session: LintSession): Set<string> {
  const changed = new Set<string>();
  while (session.isPending) for (const id of session.step(() => true)) changed.add(id);
  return changed;
}

function rulesOf(session: LintSession, id: string): readonly string[] {
  return session.issuesOf(id).map(({ rule }) => rule);
}

describe('a session', () => {
  it('checks what was touched when it is given time, and says whose issues are others', async () => {
    const { diagram, session, looks } = await open({ tasks: [{}, { id: 'Task_2' }] });
    const touched = diagram.write('Task_2', 'input', 'configuration.region', 'eu-central-7');
    expect(session.touch(touched)).toEqual(new Set());
    expect(session.isPending).toBe(true);
    expect(rulesOf(session, 'Task_2')).toEqual([]);
    expect(settle(session)).toEqual(new Set(['Task_2']));
    expect(looks).toEqual(['Task_2']);
    expect(rulesOf(session, 'Task_2')).toEqual(['region-unknown']);
    expect(session.count()).toEqual({ error: 0, warning: 1, info: 0 });
  });

  it('checks at once what it is given time for with the touch, one task at least', async () => {
    const { session, diagram, looks } = await open({ tasks: [{}, { id: 'Task_2' }] });
    for (const id of ['Task_1', 'Task_2']) diagram.write(id, 'input', 'configuration.region', 'eu-central-7');
    expect(session.touch(['Task_1', 'Task_2'], () => false)).toEqual(new Set(['Task_1']));
    expect(settle(session)).toEqual(new Set(['Task_2']));
    expect(looks).toEqual(['Task_1', 'Task_2']);
  });

  it('asks no rule about a task in which no text changed', async () => {
    const { session, looks } = await open({ tasks: [{ inputs: WRONG }] });
    session.touch(['Task_1'], () => true);
    expect(settle(session)).toEqual(new Set());
    expect(looks).toEqual([]);
  });

  it('forgets what went, whether it is removed or touched', async () => {
    const { session, diagram } = await open({ tasks: [{ inputs: WRONG }, { id: 'Task_2', inputs: WRONG }] });
    diagram.remove('Task_1', 'Task_2');
    expect(session.remove(['Task_1'])).toEqual(new Set(['Task_1']));
    expect(session.touch(['Task_2'])).toEqual(new Set(['Task_2']));
    expect(session.issues()).toEqual([]);
  });

  it('names the neighbour whose issues are others, and the rival in another branch', async () => {
    const race = { headers: { resultVariable: 'sent' } };
    const { session, diagram } = await open(parallel(race, race));
    expect(session.issues().map(({ rule }) => rule)).toEqual(['result-variable-race', 'result-variable-race']);
    session.touch(diagram.write('Task_2', 'header', 'resultVariable', 'other'));
    expect(settle(session)).toEqual(new Set(['Task_1', 'Task_2']));
    const task = diagram.element('Task_1');
    session.touch(diagram.addCatcher('Process_1', 'bpmn:BoundaryEvent', 'Boundary', 'NEVER', task));
    expect(settle(session)).toEqual(new Set(['Task_1', 'Boundary']));
    expect(rulesOf(session, 'Boundary')).toEqual(['bpmn-error-not-thrown']);
  });

  it('names the rival that a whole lint names, in whatever order the tasks came', async () => {
    const race = { headers: { resultVariable: 'sent' } };
    const two = parallel(race, race);
    const diagram = await EditableDiagram.of({ ...two, tasks: [...two.tasks, { id: 'Task_3', ...race }] });
    diagram.add('Process_1', 'bpmn:SequenceFlow', {
      id: 'Flow_5',
      sourceRef: diagram.element('Fork'),
      targetRef: diagram.element('Task_3'),
    });
    const session = new LintSession({ definitions: () => diagram.definitions, element: (id) => diagram.find(id) });
    session.touch(diagram.ids.toReversed());
    settle(session);
    const whole = checkDiagram(readDiagram(diagram.definitions), configure());
    expect(session.issuesOf('Task_3')).toEqual(whole.filter(({ elementId }) => elementId === 'Task_3'));
    expect(session.issues()).toHaveLength(3);
  });

  it('looks at the surroundings of a task that moves into another scope', async () => {
    const throws = { headers: { errorExpression: 'bpmnError("NOT_SENT", "x")' } };
    const { session, diagram } = await open({
      tasks: [throws],
      elements: '<bpmn:subProcess id="Inner"><bpmn:task id="Other" /></bpmn:subProcess>',
    });
    session.touch(diagram.addCatcher('Process_1', 'bpmn:BoundaryEvent', 'Catch', 'NOT_SENT', diagram.element('Inner')));
    settle(session);
    expect(rulesOf(session, 'Task_1')).toEqual(['bpmn-error-uncaught']);
    session.touch(diagram.move('Task_1', 'Inner'));
    settle(session);
    expect(rulesOf(session, 'Task_1')).toEqual([]);
  });

  it('checks every task anew for another engine, and one task without remembering it', async () => {
    const { session, diagram, looks } = await open({ tasks: [{}, { id: 'Task_2' }] });
    diagram.setEngine('8.5.0');
    session.touch([]);
    settle(session);
    expect(looks).toEqual(['Task_1', 'Task_2']);
    diagram.write('Task_1', 'input', 'configuration.region', 'eu-central-7');
    expect(session.check('Task_1').map(({ rule }) => rule)).toContain('region-unknown');
    expect(session.check('Process_1')).toEqual([]);
    expect(rulesOf(session, 'Task_1')).not.toContain('region-unknown');
  });

  it('has nothing left of a diagram that it was told to clear', async () => {
    const { session, diagram } = await open({ tasks: [{ inputs: WRONG }] });
    session.touch(diagram.ids);
    session.clear();
    expect([session.isPending, session.issues(), session.count().warning]).toEqual([false, [], 0]);
    session.touch(diagram.ids);
    settle(session);
    expect(session.issues()).toHaveLength(1);
  });

  it('takes a host without a diagram, or without an element, for an empty one', () => {
    const session = new LintSession({ definitions: () => undefined, element: () => null });
    session.touch(['anything']);
    expect(settle(session)).toEqual(new Set());
    expect(session.check('anything')).toEqual([]);
  });
});
