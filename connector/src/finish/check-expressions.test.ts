import { describe, expect, it } from 'vitest';
import { checkExpressions } from './finish-job.ts';

describe('the expressions of a job, before its work', () => {
  it.each(['={a: ', '=foo(', '=if x then', '={a: 1}}', '='])('are told to be broken: %s', (expression) => {
    const issue = { severity: 'error', message: expect.stringContaining('cannot be evaluated') as string };
    expect(checkExpressions({ resultExpression: expression })).toMatchObject([{ ...issue, field: 'resultExpression' }]);
    expect(checkExpressions({ errorExpression: expression })).toMatchObject([{ ...issue, field: 'errorExpression' }]);
  });

  it.each([
    '={id: entries[1].eventId, no: such.thing}',
    '=null',
    '=if error.code = "X" then bpmnError("A") else jobError("b", {}, 1, backoff(0))',
    '=ignoreError({a: 1 / 0})',
  ])('are let through where what they do hangs on the response: %s', (expression) => {
    expect(checkExpressions({ resultExpression: '={}', errorExpression: expression })).toEqual([]);
  });

  it.each([
    ['=if matches(error.message, "(?=x)y") then bpmnError("A") else null', 'a look-around ((?=...))'],
    ['={a: replace(x, "(a)\\\\1", "b")}', 'a back-reference (\\1)'],
    ['={a: split(x, "a++")}', 'a possessive repetition (++)'],
    ['={a: extract(x, "[a-z&&[^b]]")}', 'an intersection of classes ([a&&[b]])'],
    ['={a: noSuchFunction(x)}', 'noSuchFunction'],
    [`={a: ${'['.repeat(200)}${']'.repeat(200)}}`, 'nested too deeply'],
  ])('are refused where they can have no value here: %s', (expression, named) => {
    const message = expect.stringContaining(named) as string;
    expect(checkExpressions({ errorExpression: expression })).toMatchObject([{ severity: 'error', message }]);
  });

  it('may both be absent', () => expect(checkExpressions({})).toEqual([]));
});
