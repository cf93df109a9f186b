import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLocalBus } from '../local-bus.ts';
import { FAULT_KINDS } from './kinds/index.ts';
import { parseFault, parseFaultText } from './parse-fault.ts';

function messageOf(text: string): string {
  const result = parseFaultText(text);
  return result.ok ? '' : result.message;
}

describe('faults as text', () => {
  it.each(FAULT_KINDS.map(({ name }) => name))('%s needs no option', (name) =>
    expect(parseFaultText(name).ok).toBe(true),
  );

  it('reads options, the schedule among them', () => {
    expect(parseFaultText('entry:code=ThrottlingException, nth=3,times=forever')).toMatchObject({
      ok: true,
      fault: {
        spec: { kind: 'entry', code: 'ThrottlingException', nth: '3' },
        schedule: { nth: 3, times: Number.POSITIVE_INFINITY },
      },
    });
  });

  it('reads JSON, for values with commas', () => {
    expect(parseFaultText('{"kind":"error","message":"no, never","times":2}')).toMatchObject({
      ok: true,
      fault: { spec: { message: 'no, never' }, schedule: { times: 2 } },
    });
  });

  it.each([
    ['', 'There is no such fault: found "". Write one of entry, http,'],
    ['explode', 'There is no such fault: found "explode"'],
    ['http:status', 'A fault\'s option has no value: found "status"'],
    ['http:status=200', 'The fault option "status" does not take this: found "200". Write 400..599.'],
    [
      'http:state=500',
      'The fault "http" has no such option: found "state". Write one of nth, times, percent, operation, status.',
    ],
    ['http:nth=0', 'The fault option "nth" does not take this: found "0"'],
    ['hang:when=never', 'Write before|after.'],
    ['{"kind":', 'The fault is not JSON'],
    ['http:__proto__=1', 'has no such option'],
  ])('refuses %j', (text, message) => expect(messageOf(text)).toContain(message));

  it('never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void parseFaultText(text)));
    fc.assert(fc.property(fc.jsonValue(), (value) => void parseFault(value)));
  });
});

describe('faults as objects', () => {
  it('throw when a programmer gets them wrong', () => {
    const bus = createLocalBus();
    expect(() => bus.addFault({ kind: 'http', status: 200 })).toThrow('Write 400..599.');
    expect(() => bus.addFault('nonsense')).toThrow(TypeError);
  });
});
