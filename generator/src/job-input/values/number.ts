import { type JobValue, ok, wrongType } from './job-value.ts';

/** A number. */
export function numeric(): JobValue<number> {
  return {
    expects: 'a number',
    schema: { type: 'number' },
    read: (value) =>
      typeof value === 'number'
        ? ok(value)
        : wrongType('a number', 'write a number, or a FEEL expression that gives a number'),
  };
}
