import { type JobValue, ok, wrongType } from './job-value.ts';

/** True or false. */
export function flag(): JobValue<boolean> {
  return {
    expects: 'true or false',
    schema: { type: 'boolean' },
    read: (value) =>
      typeof value === 'boolean'
        ? ok(value)
        : wrongType('true or false', 'write true or false, or a FEEL expression that gives one of them'),
  };
}
