import { message, quote } from '@eventbridge-kit/issue';
import { headerOf, type EventTask } from '../model/event-task.ts';
import { setField } from '../rule/fields.ts';
import { defineRule, type RuleFinding } from '../rule/rule.ts';

export const rule = defineRule({
  id: 'template-header-mismatch',
  title: 'Headers of another template version',
  severity: 'warning',
  scope: 'task',
  check(task): readonly RuleFinding[] {
    const { template, family } = task;
    // A copy of a template keeps the headers of the one that it was made from.
    if (!template || !family.templateIds.includes(template.id)) return [];
    const { id, version } = template;
    return [
      ...checkHeader(task, 'elementTemplateId', [id, ...(family.hasOwnJobType(id) ? family.templateIds : [])]),
      ...(version === undefined ? [] : checkHeader(task, 'elementTemplateVersion', [String(version)])),
    ];
  },
});

/** @param right what the template itself may write, the best first */
function checkHeader(task: EventTask, key: string, right: readonly [string, ...string[]]): RuleFinding[] {
  const header = headerOf(task, key);
  if (!header || right.includes(header.text)) return [];
  return [
    {
      message: message({
        wrong: "The header does not name the task's own template, so logs and metrics count it for another",
        found: `${quote(header.text)} in the header and ${quote(right[0])} at the task`,
        instead: `Write ${quote(right[0])}.`,
      }),
      at: header,
      fix: setField(`Replace with ${right[0]}`, header, right[0]),
    },
  ];
}
