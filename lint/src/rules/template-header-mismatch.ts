import { headerOf, type EventTask } from '../model/event-task.ts';
import { setField } from '../rule/fields.ts';
import { message, quote } from '../rule/message.ts';
import { defineRule, type Finding } from '../rule/rule.ts';

export const rule = defineRule({
  id: 'template-header-mismatch',
  title: 'Headers of another template version',
  severity: 'warning',
  scope: 'task',
  check(task): readonly Finding[] {
    const { template } = task;
    if (!template) return [];
    return [
      ...checkHeader(task, 'elementTemplateId', template.id),
      ...(template.version === undefined ? [] : checkHeader(task, 'elementTemplateVersion', String(template.version))),
    ];
  },
});

function checkHeader(task: EventTask, key: string, right: string): Finding[] {
  const header = headerOf(task, key);
  if (!header || header.text === right) return [];
  return [
    {
      message: message(
        "The header does not name the task's own template, so logs and metrics count it for another",
        `${quote(header.text)} in the header and ${quote(right)} at the task`,
        `Write ${quote(right)}.`,
      ),
      at: header,
      fix: setField(`Replace with ${right}`, header, right),
    },
  ];
}
