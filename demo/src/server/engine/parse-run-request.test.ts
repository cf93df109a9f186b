import { describe, expect, it } from 'vitest';
import { parseRunRequest } from './parse-run-request.ts';

const RIGHT = { xml: '<definitions />', processId: 'order', variables: { order: null } };

describe('the body of a run', () => {
  it('is taken as it is', () => {
    expect(parseRunRequest(RIGHT)).toEqual({ ok: true, request: RIGHT });
  });

  it.each([
    ['is no object', [], 'The body'],
    ['has no diagram', { ...RIGHT, xml: '' }, '"xml"'],
    ['names no process', { ...RIGHT, processId: undefined }, '"processId"'],
    ['has variables that are no object', { ...RIGHT, variables: [1] }, '"variables"'],
  ])('that %s is refused, with what to send', (_, body, named) => {
    const parsed = parseRunRequest(body);
    expect(parsed).toMatchObject({ ok: false, message: expect.stringContaining(named) as string });
    expect(parsed).toMatchObject({ message: expect.stringContaining('Send {') as string });
  });
});
