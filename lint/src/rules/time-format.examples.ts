import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The time is no RFC 3339 date and time, or one that does not exist.',
  why: 'EventBridge cannot read it. Without an offset nobody knows which moment is meant.',
  source: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  remedy:
    'Write date, time and offset, for example 2026-11-23T10:00:00Z, or leave the field empty for the moment of sending.',
  invalid: [
    {
      name: 'no offset',
      task: { inputs: { 'input.time': '2026-11-23T10:00:00' } },
      finds: [{ field: 'input.time', message: 'offset' }],
    },
    { name: 'a date alone', task: { inputs: { 'input.time': '2026-11-23' } } },
    { name: 'a day that does not exist', task: { inputs: { 'input.time': '2026-02-30T10:00:00Z' } } },
    { name: 'prose', task: { inputs: { 'input.time': 'tomorrow' } } },
    { name: 'a FEEL date', task: { inputs: { 'input.time': '=today()' } }, finds: [{ message: 'a date' }] },
    { name: 'a FEEL literal of a date', task: { inputs: { 'input.time': '=@"2026-11-23"' } } },
    {
      name: 'a duration in one branch',
      task: { inputs: { 'input.time': '=if late then now() else duration("PT1H")' } },
      finds: [{ message: 'a duration' }],
    },
    { name: 'a FEEL string', task: { inputs: { 'input.time': '="10:00"' } } },
  ],
  valid: [
    { name: 'UTC', task: { inputs: { 'input.time': '2026-11-23T10:00:00Z' } } },
    { name: 'an offset', task: { inputs: { 'input.time': '2026-11-23T11:00:00+01:00' } } },
    { name: 'a FEEL date and time', task: { inputs: { 'input.time': '=now()' } } },
    { name: 'a FEEL literal', task: { inputs: { 'input.time': '=date and time("2026-11-23T10:00:00Z")' } } },
    { name: 'empty', task: { inputs: { 'input.time': '' } } },
    { name: 'FEEL without its equals sign has a rule of its own', task: { inputs: { 'input.time': 'now()' } } },
  ],
};
