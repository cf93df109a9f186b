import { type Json } from '@eventbridge-kit/issue';
import { type JobValue, ok, wrongType, type ReadResult } from './job-value.ts';

/** Any value a process variable can hold. */
export function anyJson(): JobValue<Json> {
  return { expects: 'any value', read: ok };
}

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

/** One of the given texts. */
export function oneOfTexts<const C extends readonly string[]>(choices: C): JobValue<C[number]> {
  return {
    expects: `one of ${choices.map((choice) => `"${choice}"`).join(', ')}`,
    schema: choices.length === 0 ? { type: 'string' } : { enum: [...new Set(choices)] },
    read: (value): ReadResult<C[number]> =>
      typeof value === 'string' && choices.includes(value)
        ? ok(value)
        : {
            ok: false,
            rule: 'unknown-choice',
            wrong: 'is not one of its choices',
            instead: `use ${choices.map((choice) => (choice === '' ? 'nothing' : `"${choice}"`)).join(' or ')}`,
          },
  };
}

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

/** Text. A number or a boolean is not text: FEEL's `string(...)` makes it one. */
export function text(): JobValue<string> {
  return {
    expects: 'text',
    schema: { type: 'string' },
    read: (value) =>
      typeof value === 'string' ? ok(value) : wrongType('text', 'write text, or a FEEL expression that gives a string'),
  };
}
