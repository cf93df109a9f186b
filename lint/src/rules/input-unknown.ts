import { message, nearest, quote } from '@eventbridge-kit/issue';
import { FAMILIES } from '../model/families/index.ts';
import type { Fix } from '../fix/fix.ts';
import type { EventTask } from '../model/event-task.ts';
import { defineRule } from '../rule/rule.ts';

const KNOWN: ReadonlySet<string> = new Set(FAMILIES.flatMap(({ inputs }) => inputs));

/** Variables that belong to the connector: nothing else reads what is put under them. */
const ROOTS = new Set([...KNOWN].filter((name) => name.includes('.')).map((name) => name.split('.')[0]));

export const rule = defineRule({
  id: 'input-unknown',
  title: 'Unknown input',
  severity: 'warning',
  scope: 'task',
  check: (task) =>
    task.inputs.flatMap((field) => {
      const { name } = field;
      const [root] = name.split('.');
      if (KNOWN.has(name) || !ROOTS.has(root) || name === root) return [];
      if ([...KNOWN].some((known) => isWithin(known, name))) return [];
      const suggestion = nearest(name, task.family.inputs);
      return [
        {
          message: message({
            wrong: 'No connector reads this input',
            found: quote(name),
            instead:
              suggestion === undefined ? 'Remove it, or correct its name.' : `Did you mean ${quote(suggestion)}?`,
          }),
          at: field,
          ...(suggestion !== undefined && { fix: rename(task, name, suggestion) }),
        },
      ];
    }),
});

/** True for a part of an input, and for what it is a part of. */
function isWithin(known: string, name: string): boolean {
  return name.startsWith(`${known}.`) || known.startsWith(`${name}.`);
}

/** What stood under the right name goes: the template leaves an empty mapping there. */
function rename(task: EventTask, from: string, to: string): Fix {
  const edits: Fix['edits'] = task.inputs.some((input) => input.name === to)
    ? [{ kind: 'remove-field', place: 'input', name: to }]
    : [];
  return { title: `Rename to ${to}`, edits: [...edits, { kind: 'rename-input', from, to }] };
}
