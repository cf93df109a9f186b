import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDiagram, configure, readDiagram, type LintIssue } from '../src/core.ts';
import { bpmn, official, type DiagramSpec, type TaskSpec } from '@eventbridge-kit/testkit/bpmn';
import { HUGE_VALUES, OTHER_DIAGRAMS } from '@eventbridge-kit/testkit/lint/bad-input';
import { parse } from '@eventbridge-kit/testkit/parse';
import { everything, usual } from '@eventbridge-kit/testkit/lint/seeded/untouched';

const rules = configure('strict');

async function lint(diagram: DiagramSpec): Promise<LintIssue[]> {
  return checkDiagram(readDiagram(await parse(bpmn(diagram))), rules);
}

function lintTask(task: TaskSpec): Promise<LintIssue[]> {
  return lint({ tasks: [task] });
}

const FIELDS = Object.keys({ ...usual.inputs, ...everything.inputs, 'authentication.secretKey': '' });
const HEADERS = ['resultVariable', 'resultExpression', 'errorExpression', 'retryBackoff', 'jobTimeout'];

/** Pieces of FEEL, JSON and secrets in any order. */
const soup = fc
  .array(
    fc.constantFrom(
      ...['=', '{', '}', '[', ']', '(', ')', '"', "'", ',', ':', '.', ' ', '\n', '//', '/*', '`', '@', '$', '?', '\\'],
      ...['if', 'then', 'else', 'for', 'in', 'return', 'null', 'a', 'b.c', '1', '-', '+', 'bpmnError(', 'jobError('],
      ...['{{secrets.', 'secrets.X', 'camunda.secrets.', '}}', 'response.', 'entries[0]', 'function(x)', '\u{1F600}'],
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), soup).map(withoutControls);

/** XML has no place for most control characters and for lone surrogates. */
function withoutControls(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}

describe('whatever stands in a field', () => {
  it('is looked at without a fault', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...FIELDS), anyText, async (name, text) => {
        const issues = await lintTask({ inputs: { [name]: text } });
        expect(issues.every(({ message }) => message.length < 1000)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('is looked at without a fault in headers, retries and job type too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...HEADERS), anyText, fc.boolean(), async (key, text, isOfficial) => {
        await lintTask({ ...(isOfficial && official), headers: { [key]: text }, retries: text, jobType: text });
      }),
      { numRuns: 150 },
    );
  });

  it('never shows up in a message where it may be a secret', async () => {
    const secret = fc
      .string({ unit: 'grapheme-ascii', minLength: 8, maxLength: 60 })
      .filter((text) => text.trim().length > 7);
    const field = fc.constantFrom(
      'authentication.accessKey',
      'authentication.secretKey',
      'authentication.sessionToken',
    );
    const form = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => `=${JSON.stringify(text)}`,
      (text) => `secret ${text}`,
      (text) => `{secret: ${text}}`,
    );
    await fc.assert(
      fc.asyncProperty(field, secret, form, async (name, text, write) => {
        fc.pre(!text.includes('{{secrets.'));
        for (const { message } of await lintTask({ inputs: { [name]: write(text) } }))
          expect(message).not.toContain(text);
      }),
      { numRuns: 150 },
    );
  });

  it('while it is typed, is called unfinished at most', async () => {
    const whole =
      '={orderId: order.id, name: upper case(order.name), list: [1, -2.5, null], token: "{{secrets.TOKEN}}"}';
    for (let length = 2; length < whole.length; length++) {
      const issues = await lintTask({ inputs: { 'input.detail': whole.slice(0, length) } });
      // What a finished part says is no matter of being unfinished.
      const unfinished = issues.filter(({ rule }) => rule !== 'secret-not-here');
      expect(unfinished.map(({ rule }) => rule)).toEqual(['feel-syntax']);
    }
  });
});

describe('a value of any size', () => {
  it.each(HUGE_VALUES)('%s', async (_, inputs, expected) => {
    expect((await lintTask({ inputs })).map(({ rule }) => rule)).toEqual(expected);
  });
});

describe('any model', () => {
  it('is read without a fault', () => {
    const key = fc.constantFrom(
      ...['$type', '$attrs', '$children', 'rootElements', 'flowElements', 'extensionElements', 'values', 'id', 'name'],
      ...[
        'inputParameters',
        'source',
        'target',
        'key',
        'value',
        'type',
        'retries',
        'eventDefinitions',
        'attachedToRef',
      ],
    );
    const { node } = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 6 },
        fc.constantFrom(null, undefined, 5, 'zeebe:TaskDefinition', 'eventbridge-kit:send-event:1', '='),
        fc.dictionary(key, tie('node'), { maxKeys: 6 }),
        fc.array(tie('node'), { maxLength: 4 }),
      ),
    }));
    fc.assert(
      fc.property(node, (root) => {
        checkDiagram(readDiagram(root), rules);
        checkDiagram(readDiagram({ rootElements: [{ flowElements: [root] }] }), rules);
      }),
    );
  });

  it('may hold itself', () => {
    const scope: { flowElements: unknown[] } = { flowElements: [] };
    scope.flowElements.push(scope);
    expect(readDiagram({ rootElements: [scope] }).tasks).toEqual([]);
  });
});

describe('a diagram of another kind', () => {
  it.each(OTHER_DIAGRAMS)('%s: no false alarm', async (name, diagram) => {
    const issues = checkDiagram(readDiagram(await parse(bpmn(diagram))), configure());
    expect(issues, name).toEqual([]);
  });

  it('finds tasks in pools and subprocesses all the same', async () => {
    const inside = await lint({
      tasks: [{ inputs: { 'configuration.region': '' } }],
      wrap: (content) => `<bpmn:subProcess id="S">${content}</bpmn:subProcess>`,
    });
    expect(inside.map(({ rule }) => rule)).toEqual(['region-required']);
  });
});

describe('5,000 tasks', () => {
  /** Reads of the model's properties while a diagram with so many tasks is checked. */
  function readsFor(count: number): number {
    let reads = 0;
    const counting = <T extends object>(node: T): T =>
      new Proxy(node, {
        get(target, name, receiver): unknown {
          reads += 1;
          return Reflect.get(target, name, receiver);
        },
      });
    const tasks = Array.from({ length: count }, (_, index) =>
      counting({
        $type: 'bpmn:ServiceTask',
        id: `Task_${index}`,
        extensionElements: {
          values: [
            { $type: 'zeebe:TaskDefinition', type: 'eventbridge-kit:send-event:1' },
            { $type: 'zeebe:IoMapping', inputParameters: [{ target: 'input.source', source: '=order.source' }] },
            {
              $type: 'zeebe:TaskHeaders',
              values: [
                { key: 'resultVariable', value: 'result' },
                { key: 'errorExpression', value: '=bpmnError("A")' },
              ],
            },
          ],
        },
      }),
    );
    const fork = counting({ $type: 'bpmn:ParallelGateway', id: 'Fork' });
    const flows = tasks.map((task) => counting({ $type: 'bpmn:SequenceFlow', sourceRef: fork, targetRef: task }));
    const definitions = { rootElements: [{ $type: 'bpmn:Process', flowElements: [fork, ...tasks, ...flows] }] };
    const issues = checkDiagram(readDiagram(definitions), rules);
    expect(issues.length).toBeGreaterThan(count);
    return reads;
  }

  it('take ten times the work of 500, not a hundred times', () => {
    expect(readsFor(5000) / readsFor(500)).toBeLessThan(12);
  });
});
