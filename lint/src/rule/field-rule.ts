import type { Issue, Severity } from '@eventbridge-kit/connector';
import type { EventTask } from '../model/event-task.ts';
import { isEmpty, knownText, valueOf } from '../model/value.ts';
import { setValue } from './fields.ts';
import type { Finding, Rule } from './rule.ts';

interface FieldRule {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** Name of an input that may be left empty. */
  readonly field: string;
  /** The field's own check of a text. */
  readonly check: (value: string) => readonly Issue[];
}

/** A rule that an input's own check has already: the id, the limit and the message are the check's. */
export function fieldRule<const R extends FieldRule>({ field: name, check, ...rule }: R) {
  return {
    ...rule,
    scope: 'task',
    check(task: EventTask): readonly Finding[] {
      const value = valueOf(task, name);
      const text = knownText(value);
      if (value.kind !== 'known' || text === undefined || isEmpty(value)) return [];
      const { field } = value;
      return check(text).map(({ message, fix }) => ({
        message,
        at: field,
        ...(fix && { fix: setValue(fix.title, field, fix.value) }),
      }));
    },
  } as const satisfies Rule;
}
