import { type JobValue, type ReadResult, ok } from './job-value.ts';

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
