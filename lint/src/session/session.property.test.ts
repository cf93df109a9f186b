import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parallel } from '@eventbridge-kit/testkit/bpmn';
import { EditableDiagram, type Element } from '../../test/editable-diagram.ts';
import { checkDiagram, configure, LintSession, readDiagram, type LintIssue } from '../core.ts';

const RULES = configure('strict');

/** Names and values that edits choose from: few, so that edits meet each other. */
const INPUTS = ['configuration.region', 'input.source', 'input.detail'];
const TEXTS = ['eu-central-1', 'eu-central-7', 'aws.x', '={a: 1}', '={', ''];
const CODES = ['A', 'B', null];
const HEADERS: readonly (readonly [string, string | null])[] = [
  ['resultVariable', 'x'],
  ['resultVariable', null],
  ['resultExpression', '={y: response}'],
  ['errorExpression', 'if error != null then bpmnError("A", "m") else null'],
  ['errorExpression', 'bpmnError("B", "m")'],
  ['errorExpression', null],
];

/** Two tasks that write one variable, in two branches. */
const SPEC = parallel(
  { headers: { resultVariable: 'x', errorExpression: 'bpmnError("A", "m")' } },
  { headers: { resultVariable: 'x' } },
);

/** What a modeler reports of an edit. */
interface Reported {
  readonly touched?: readonly string[];
  readonly removed?: readonly string[];
}

/** An edit; the numbers choose what of the diagram as it is then it is about. */
type EditMaker = (editor: Editor, pick: readonly [number, number, number]) => Reported;

function pickFrom<Item>(items: readonly Item[], number: number): Item {
  const item = items[number % items.length];
  if (item === undefined) throw new Error('there is nothing to choose from');
  return item;
}

class Editor {
  readonly diagram: EditableDiagram;
  #count = 0;

  constructor(diagram: EditableDiagram) {
    this.diagram = diagram;
  }

  newId(name: string): string {
    this.#count += 1;
    return `${name}_new_${this.#count}`;
  }

  of(...types: readonly string[]): readonly Element[] {
    return this.diagram.elements.filter(({ $type }) => types.includes($type));
  }

  idOf(types: readonly string[], number: number): string | undefined {
    const found = this.of(...types);
    return found.length === 0 ? undefined : pickFrom(found, number).id;
  }
}

const TASK = ['bpmn:ServiceTask'];
const SCOPE = ['bpmn:Process', 'bpmn:SubProcess'];
const NODE = [...TASK, 'bpmn:ParallelGateway', 'bpmn:BoundaryEvent'];

/** What people do to a diagram, and what a modeler reports of it. */
const EDITS: Readonly<Record<string, EditMaker>> = {
  input: (editor, [task, input, text]) =>
    ofTask(editor, task, (id) => editor.diagram.write(id, 'input', pickFrom(INPUTS, input), pickFrom(TEXTS, text))),
  header: (editor, [task, header]) =>
    ofTask(editor, task, (id) => editor.diagram.write(id, 'header', ...pickFrom(HEADERS, header))),
  name: (editor, [task, name]) => ofTask(editor, task, (id) => editor.diagram.set(id, { name: `Task ${name % 3}` })),
  rename: (editor, [task]) => {
    const id = editor.idOf(TASK, task);
    if (id === undefined) return {};
    const newId = editor.newId('Task');
    editor.diagram.set(id, { id: newId });
    return { removed: [id], touched: [newId] };
  },
  jobType: (editor, [task, type]) =>
    ofTask(editor, task, (id) =>
      editor.diagram.setJobType(id, pickFrom(['eventbridge-kit:send-event:1', 'io.camunda:email:1'], type)),
    ),
  template: (editor, [task, id]) =>
    ofTask(editor, task, (taskId) =>
      editor.diagram.set(taskId, { modelerTemplate: id % 2 === 0 ? 'eventbridge-kit.send-event.v1' : undefined }),
    ),
  extension: (editor, [task]) => ofTask(editor, task, (id) => editor.diagram.addExtension(id)),
  boundary: (editor, [host, code]) => {
    const found = editor.of(...TASK, 'bpmn:SubProcess');
    if (found.length === 0) return {};
    const attachedTo = pickFrom(found, host);
    const parentId = attachedTo.$parent?.id ?? '';
    const id = editor.newId('Boundary');
    return {
      touched: editor.diagram.addCatcher(parentId, 'bpmn:BoundaryEvent', id, pickFrom(CODES, code), attachedTo),
    };
  },
  start: (editor, [scope, code]) => {
    const parentId = editor.idOf(['bpmn:SubProcess'], scope);
    if (parentId === undefined) return {};
    const id = editor.newId('Start');
    return { touched: editor.diagram.addCatcher(parentId, 'bpmn:StartEvent', id, pickFrom(CODES, code)) };
  },
  trigger: (editor, [scope, triggered]) => {
    const id = editor.idOf(['bpmn:SubProcess'], scope);
    return id === undefined ? {} : { touched: editor.diagram.set(id, { triggeredByEvent: triggered % 2 === 0 }) };
  },
  flow: (editor, [from, to]) => {
    const nodes = editor.of(...NODE);
    if (nodes.length === 0) return {};
    const [source, target] = [pickFrom(nodes, from), pickFrom(nodes, to)];
    const id = editor.newId('Flow');
    const ends = { id, sourceRef: source, targetRef: target };
    return { touched: editor.diagram.add(source.$parent?.id ?? '', 'bpmn:SequenceFlow', ends) };
  },
  condition: (editor, [flow, condition]) => {
    const id = editor.idOf(['bpmn:SequenceFlow'], flow);
    const conditionExpression = condition % 2 === 0 ? { body: '=x' } : undefined;
    return id === undefined ? {} : { touched: editor.diagram.set(id, { conditionExpression }) };
  },
  gateway: (editor, [scope]) => ({
    touched: editor.diagram.add(editor.idOf(SCOPE, scope) ?? '', 'bpmn:ParallelGateway', {
      id: editor.newId('Gateway'),
    }),
  }),
  subProcess: (editor, [scope]) => ({
    touched: editor.diagram.add(editor.idOf(SCOPE, scope) ?? '', 'bpmn:SubProcess', { id: editor.newId('Sub') }),
  }),
  move: (editor, [task, scope]) => {
    const [id, parentId] = [editor.idOf(TASK, task), editor.idOf(SCOPE, scope)];
    return id === undefined || parentId === undefined ? {} : { touched: editor.diagram.move(id, parentId) };
  },
  remove: (editor, [element]) => {
    const id = editor.idOf([...NODE, 'bpmn:SequenceFlow', 'bpmn:SubProcess', 'bpmn:StartEvent'], element);
    return id === undefined ? {} : { removed: editor.diagram.remove(id) };
  },
  engine: (editor, [version]) => {
    editor.diagram.setEngine(pickFrom(['8.5.0', '8.8.0', '8.10.0'], version));
    return {};
  },
};

function ofTask(editor: Editor, number: number, change: (id: string) => string[]): Reported {
  const id = editor.idOf(TASK, number);
  return id === undefined ? {} : { touched: change(id) };
}

const number = fc.nat({ max: 60 });

const edits = fc.array(
  fc.record({
    edit: fc.constantFrom(...Object.entries(EDITS)),
    pick: fc.tuple(number, number, number),
    /** Pieces of work that fit into the step after it: what is left meets the next edit. */
    pieces: fc.nat({ max: 4 }),
  }),
  { maxLength: 25 },
);

function sorted(issues: readonly LintIssue[]): readonly string[] {
  return issues.map((issue) => JSON.stringify(issue)).toSorted();
}

describe('after any sequence of edits', () => {
  it('the issues of a session are those of a whole lint', async () => {
    await fc.assert(
      fc.asyncProperty(edits, async (sequence) => {
        const diagram = await EditableDiagram.of(SPEC);
        const editor = new Editor(diagram);
        const session = new LintSession(
          { definitions: () => diagram.definitions, element: (id) => diagram.find(id) },
          RULES,
        );
        session.touch(diagram.ids);
        for (const { edit, pick, pieces } of sequence) {
          const [, make] = edit;
          const { touched = [], removed = [] } = make(editor, pick);
          session.remove(removed);
          session.touch(touched, upTo(1));
          if (pieces > 0) session.step(upTo(pieces));
        }
        for (let steps = 0; session.isPending && steps < 10_000; steps++) session.step(upTo(3));
        expect(session.isPending).toBe(false);
        const whole = checkDiagram(readDiagram(diagram.definitions), RULES);
        expect(sorted(session.issues())).toEqual(sorted(whole));
        expect(new Set(session.issues().flatMap(({ elementId }) => session.issuesOf(elementId)))).toEqual(
          new Set(session.issues()),
        );
        const { error, warning, info } = session.count();
        expect(error + warning + info).toBe(whole.length);
      }),
      { numRuns: 150 },
    );
  });
});

function upTo(pieces: number): () => boolean {
  let left = pieces;
  return () => --left > 0;
}
