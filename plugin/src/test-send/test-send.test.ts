import type { SendTask, TestSendReport, TestSendRequest } from '@eventbridge-kit/event-job';
import { beforeEach, describe, expect, it } from 'vitest';
import { eventTask, FakeDiagram, FakeEventBus, fakeInjector, FakeSelection } from '../../test/fake-modeler.ts';
import type { DiagramElement } from '../host/bpmn-js.ts';
import { isStale } from './session.ts';
import { TestSendRefused } from './refused.ts';
import { EventBridgeTestSend } from './test-send.ts';

const MAPPING = '<zeebe:ioMapping><zeebe:input source="= order.id" target="input.detail" /></zeebe:ioMapping>';

const PROCESS = `${eventTask('one', MAPPING)}${eventTask('two', '')}<bpmn:userTask id="user" />`;

const REPORT: TestSendReport = {
  steps: [],
  fields: [],
  destination: { kind: 'local', label: 'here' },
  dryRun: false,
};

/** What was sent, each with the way to end it. */
interface Pending {
  readonly request: TestSendRequest;
  readonly answer: (report: TestSendReport) => void;
  readonly fail: (error: Error) => void;
}

let one: DiagramElement;
let two: DiagramElement;
let user: DiagramElement;
let eventBus: FakeEventBus;
let selection: FakeSelection;
let pending: Pending[];
let shown: boolean;
let testSend: EventBridgeTestSend;

beforeEach(async () => {
  const diagram = await FakeDiagram.ofProcess(PROCESS);
  [one, two, user] = [diagram.element('one'), diagram.element('two'), diagram.element('user')];
  eventBus = new FakeEventBus();
  selection = new FakeSelection(eventBus);
  pending = [];
  shown = false;
  const send: SendTask = (request) =>
    new Promise((answer, fail) => {
      pending.push({ request, answer, fail });
    });
  const view = { show: () => (shown = true), hide: () => (shown = false) };
  testSend = new EventBridgeTestSend({ send }, fakeInjector(view), eventBus, selection);
});

describe('opening', () => {
  it('shows a task that sends an event, with the variables that it reads', async () => {
    await testSend.open(one);
    expect(shown).toBe(true);
    expect(testSend.element).toBe(one);
    expect(testSend.session?.variables.text).toBe('{\n  "order": {\n    "id": "id"\n  }\n}');
    expect(eventBus.fired).toContain('eventBridgeTestSend.opened');
  });

  it('leaves any other element alone, and a label too', async () => {
    await testSend.open(user);
    await testSend.open({ ...one, labelTarget: one });
    expect(shown).toBe(false);
  });

  it('follows the selection while it is open, to tasks that send', async () => {
    selection.select(two);
    expect(testSend.element).toBeUndefined();
    await testSend.open(one);
    selection.select(user);
    await expect.poll(() => testSend.element).toBe(one);
    selection.select(two);
    await expect.poll(() => testSend.session?.variables.text).toBe('{}');
    expect(testSend.element).toBe(two);
  });

  it('is refused without a way to send: that is a mistake of the host', () => {
    expect(() => new EventBridgeTestSend(undefined, fakeInjector({}), eventBus, selection)).toThrow(
      'eventBridgeTestSend: { send }',
    );
  });
});

describe('closing', () => {
  it.each([
    ['when its task is removed', 'shape.remove'],
    ['when the diagram is cleared', 'diagram.clear'],
    ['when the modeler is destroyed', 'diagram.destroy'],
  ])('happens %s', async (_, event) => {
    await testSend.open(one);
    eventBus.fire(event, { element: one });
    expect(shown).toBe(false);
    expect(testSend.element).toBeUndefined();
  });

  it('keeps what the user wrote for the task', async () => {
    await testSend.open(one);
    testSend.setVariablesText('{"mine": true}');
    testSend.close();
    await testSend.open(one);
    expect(testSend.session?.variables.text).toBe('{"mine": true}');
    await testSend.resetVariables();
    expect(testSend.session?.variables.text).toContain('"order"');
  });
});

describe('a run', () => {
  it('hands over the task as it stands and the variables as written', async () => {
    await testSend.open(one);
    testSend.setVariablesText('{"order": {"id": 7}}');
    const run = testSend.send();
    expect(testSend.session?.run).toEqual({ status: 'running' });
    expect(pending[0]?.request).toMatchObject({
      task: { elementId: 'one', inputs: [{ target: 'input.detail', source: '= order.id' }] },
      variables: { order: { id: 7 } },
      dryRun: false,
      onlyLocal: true,
    });
    pending[0]?.answer(REPORT);
    await run;
    expect(testSend.session?.run).toMatchObject({ status: 'done', report: REPORT });
    expect(eventBus.fired.at(-1)).toBe('eventBridgeTestSend.finished');
  });

  it('is one at a time for a task, and leaves other tasks free', async () => {
    await testSend.open(one);
    void testSend.send();
    void testSend.send();
    await testSend.open(two);
    void testSend.send();
    expect(pending.map(({ request }) => request.task.elementId)).toEqual(['one', 'two']);
  });

  it('does not start with variables that are no JSON object', async () => {
    await testSend.open(one);
    testSend.setVariablesText('[');
    await testSend.send();
    expect(pending).toEqual([]);
  });

  it('ends at once when it is cancelled, whatever comes later', async () => {
    await testSend.open(one);
    const run = testSend.send();
    testSend.cancel();
    await run;
    pending[0]?.answer(REPORT);
    await Promise.resolve();
    expect(testSend.session?.run).toEqual({ status: 'cancelled' });
  });

  it('says why when the service cannot be reached', async () => {
    await testSend.open(one);
    const run = testSend.send();
    pending[0]?.fail(new Error('connection refused'));
    await run;
    expect(testSend.session?.run).toEqual({
      status: 'unreachable',
      message: 'connection refused',
      saysAll: false,
    });
  });

  it('leaves it to the host where that says all itself', async () => {
    await testSend.open(one);
    const run = testSend.send();
    pending[0]?.fail(new TestSendRefused('Start the service.'));
    await run;
    expect(testSend.session?.run).toMatchObject({ message: 'Start the service.', saysAll: true });
  });

  it('asks before an event leaves for AWS, and sends then what it asked about, once', async () => {
    const destination = { kind: 'aws', label: 'Amazon EventBridge', region: 'eu-central-1' } as const;
    await testSend.open(one);
    testSend.setVariablesText('{"order": 1}');
    const asked = testSend.send();
    pending[0]?.answer({ ...REPORT, dryRun: true, destination });
    await asked;
    expect(testSend.session?.run).toMatchObject({ status: 'asking', destination });
    testSend.setVariablesText('{"order": 2}');
    const sent = testSend.confirm();
    void testSend.confirm();
    expect(pending).toHaveLength(2);
    expect(pending[1]?.request).toMatchObject({ variables: { order: 1 }, dryRun: false, onlyLocal: false });
    pending[1]?.answer({ ...REPORT, destination });
    await sent;
    expect(testSend.session?.run).toMatchObject({ status: 'done' });
  });

  it('asks nothing where the event could not be sent anyway', async () => {
    await testSend.open(one);
    const sent = testSend.send();
    const outcome = { type: 'fail', message: 'no', retries: 0, retryBackoffMs: 0, variables: {} } as const;
    pending[0]?.answer({ ...REPORT, dryRun: true, destination: { kind: 'aws', label: 'there' }, outcome });
    await sent;
    expect(testSend.session?.run.status).toBe('done');
  });

  it('sends nothing that it asked about when the answer is no', async () => {
    await testSend.open(one);
    const asked = testSend.send();
    pending[0]?.answer({ ...REPORT, dryRun: true, destination: { kind: 'aws', label: 'there' } });
    await asked;
    testSend.cancel();
    await testSend.confirm();
    expect(testSend.session?.run).toEqual({ status: 'none' });
    expect(pending).toHaveLength(1);
  });

  it('hides what looks like a key of AWS in a report and in an error', async () => {
    await testSend.open(one);
    const key = 'AKIAIOSFODNN7EXAMPLE';
    const sent = testSend.send();
    pending[0]?.answer({ ...REPORT, outcome: { type: 'complete', variables: { key } } });
    await sent;
    expect(JSON.stringify(testSend.session?.run)).not.toContain(key);
    const again = testSend.send();
    pending[1]?.fail(new Error(`no ${key}`));
    await again;
    expect(testSend.session?.run).toMatchObject({ message: 'no ***' });
  });

  it('tries later tasks with what an earlier one gave', async () => {
    await testSend.open(two);
    const sent = testSend.send();
    pending[0]?.answer({ ...REPORT, outcome: { type: 'complete', variables: { order: { id: 'sent' } } } });
    await sent;
    await testSend.open(one);
    expect(testSend.session?.variables.text).toContain('"sent"');
  });

  it('no longer tells of the task once a field has changed', async () => {
    await testSend.open(one);
    const run = testSend.send();
    pending[0]?.answer(REPORT);
    await run;
    const { session, task } = testSend;
    if (!session || !task) throw new Error('the panel is open');
    expect(isStale(session, task)).toBe(false);
    expect(isStale(session, { ...task, inputs: [{ target: 'input.detail', source: '= other' }] })).toBe(true);
    testSend.setVariablesText('{"changed": 1}');
    expect(testSend.session && isStale(testSend.session, task)).toBe(true);
  });
});
