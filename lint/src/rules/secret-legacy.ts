import { message, quote } from '@eventbridge-kit/issue';
import { engineText, isBefore } from '../model/engine-version.ts';
import type { TaskField } from '../model/event-task.ts';
import { bracedReferences, ENGINE_REFERENCES_SINCE } from '../model/secrets.ts';
import { isFeel } from '../model/value.ts';
import { setField } from '../rule/fields.ts';
import { defineRule, type RuleFinding } from '../rule/rule.ts';

export const rule = defineRule({
  id: 'secret-legacy',
  title: 'Older form of a secret reference',
  severity: 'info',
  scope: 'task',
  strictOnly: true,
  check({ engine, inputs }) {
    if (!engine || isBefore(engine, ENGINE_REFERENCES_SINCE)) return [];
    return inputs.flatMap(checkField);
  },
});

/** Only a reference that is the whole text has a counterpart: the engine puts secrets into no string. */
function checkField(field: TaskField): RuleFinding[] {
  const text = field.text.trim();
  const [reference] = isFeel(text) ? [] : bracedReferences(text);
  if (!reference || reference.from !== 0 || reference.to !== text.length) return [];
  const { name } = reference;
  const right = `=camunda.secrets.${/^[A-Za-z_]\w*$/.test(name) ? name : `\`${name}\``}`;
  return [
    {
      message: message({
        wrong: `From Camunda ${engineText(ENGINE_REFERENCES_SINCE)} on the engine itself puts in secrets, at this field only and under access control`,
        found: quote(text),
        instead: `Write ${right}, once the engine's secret store holds the secret.`,
      }),
      at: field,
      fix: setField(`Replace with ${right}`, field, right),
    },
  ];
}
