import type { FeelPath } from 'camunda-feel';
import { ownEntries } from '@eventbridge-kit/connector';
import { message, quote } from '@eventbridge-kit/issue';
import type { EventTask } from '../model/event-task.ts';
import { feelTextsOf, type FeelText } from '../rule/feel-texts.ts';
import { defineRule, type RuleFinding } from '../rule/rule.ts';

export const rule = defineRule({
  id: 'variable-hidden',
  title: "A process variable behind the task's own value",
  severity: 'warning',
  scope: 'task',
  check: (task): readonly RuleFinding[] =>
    feelTextsOf(task)
      .filter(({ byEngine }) => byEngine)
      .flatMap((text) => check(task, text)),
});

function check(task: EventTask, { at, field, text, expression }: FeelText): RuleFinding[] {
  const targets = task.inputs.map(({ name }) => name);
  const index = task.inputs.findIndex((input) => input === at);
  const own = ownEntries(targets, index < 0 ? targets.length : index);
  const reported = new Set<string>();
  return expression.paths.flatMap((path): RuleFinding[] => {
    const name = String(path.segments[0]);
    const entry = own.get(name)?.path;
    if (entry === undefined || path.isLocal || reported.has(name) || isMeant(task, entry, path)) return [];
    reported.add(name);
    const range = { from: path.from, to: path.to };
    return [
      {
        message: message({
          wrong: `"${name}" is the task's own ${entry} here, which hides a process variable of that name`,
          found: quote(text.slice(range.from, range.to)),
          instead: "Give the process variable another name; where the task's own value is meant, write that value.",
        }),
        at,
        field,
        range,
      },
    ];
  });
}

/** True where the expression names an own value by its path, and for entries that are not the connector's. */
function isMeant({ family, inputs }: EventTask, entry: string, { segments }: FeelPath): boolean {
  const known = family.inputs.filter((input) => input.includes('.') && `${input}.`.startsWith(`${entry}.`));
  if (known.length === 0) return true;
  const path = [entry, ...segments.slice(1)].join('.');
  return segments.length > 1 && inputs.some(({ name }) => `${name}.`.startsWith(`${path}.`));
}
