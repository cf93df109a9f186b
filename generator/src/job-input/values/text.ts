import { type JobValue, ok, wrongType } from './job-value.ts';

/** Text. A number or a boolean is not text: FEEL's `string(...)` makes it one. */
export function text(): JobValue<string> {
  return {
    expects: 'text',
    schema: { type: 'string' },
    read: (value) =>
      typeof value === 'string' ? ok(value) : wrongType('text', 'write text, or a FEEL expression that gives a string'),
  };
}
