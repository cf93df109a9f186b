import { message, quote } from '@eventbridge-kit/issue';
import { headerOf } from '../model/event-task.ts';
import { setField } from '../rule/fields.ts';
import { defineRule } from '../rule/rule.ts';

/** Letters, digits and `_`, not starting with a digit. */
// https://docs.camunda.io/docs/components/concepts/variables/#variable-names
const NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;

// https://docs.camunda.io/docs/components/concepts/variables/#variable-names
const WORDS_OF_FEEL = new Set(
  'null true false function if then else for between instance of not in and or every some satisfies return'.split(' '),
);

export const rule = defineRule({
  id: 'result-variable-name',
  title: 'Not a variable name',
  severity: 'error',
  scope: 'task',
  check(task) {
    const header = headerOf(task, 'resultVariable');
    const name = header?.text.trim() ?? '';
    if (!header || name === '' || (NAME.test(name) && !WORDS_OF_FEEL.has(name))) return [];
    const right = nameFrom(name);
    return [
      {
        message: message({
          wrong: 'Camunda allows no variable of this name',
          found: quote(name),
          instead: `Use letters, digits and "_"${right === undefined ? '' : `, for example ${right}`}.`,
        }),
        at: header,
        ...(right !== undefined && { fix: setField(`Replace with ${right}`, header, right) }),
      },
    ];
  },
});

/** The name in camel case; undefined where no letter is left. */
function nameFrom(text: string): string | undefined {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const joined = words
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('')
    .replace(/^\p{N}+/u, '');
  return NAME.test(joined) && !WORDS_OF_FEEL.has(joined) ? joined : undefined;
}
