import { message, quote } from '@eventbridge-kit/issue';
import { knownText, valueOf } from '../model/value.ts';
import { setValue } from '../rule/fields.ts';
import { defineRule } from '../rule/rule.ts';

/** Texts that rules compare as a whole: a blank at an end makes them another text. */
const MATCHED_AS_A_WHOLE = ['input.source', 'input.detailType'];

export const rule = defineRule({
  id: 'value-white-space',
  title: 'White space around the value',
  severity: 'warning',
  scope: 'task',
  check: (task) =>
    MATCHED_AS_A_WHOLE.flatMap((name) => {
      const value = valueOf(task, name);
      const text = knownText(value);
      const trimmed = text?.trim() ?? '';
      if (value.kind !== 'known' || trimmed === '' || text === trimmed) return [];
      return [
        {
          message: message({
            wrong: 'The value has white space around it, so patterns that look for the bare text do not match',
            found: quote(text ?? ''),
            instead: `Write ${quote(trimmed)}.`,
          }),
          at: value.field,
          fix: setValue('Remove the white space', value.field, trimmed),
        },
      ];
    }),
});
