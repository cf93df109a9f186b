import { describe, expect, it } from 'vitest';
import { checkExpressions } from './check-expressions.ts';

describe('the expressions of a job, before its work', () => {
  it.each(['={a: ', '=foo(', '=if', '={a: 1}}', '='])('are told to be broken: %s', (expression) => {
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

  it('may both be absent', () => expect(checkExpressions({})).toEqual([]));
});
