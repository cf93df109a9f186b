import { ownEntries } from '@eventbridge-kit/connector';
import { message, quote } from '@eventbridge-kit/issue';
import { OFFICIAL_TEMPLATE } from '@eventbridge-kit/templates/official';
import { SECRETS } from '../model/families/send-event.generated.ts';
import type { FeelPath } from 'camunda-feel';
import { isBefore } from '../model/engine-version.ts';
import type { EventTask, TaskField } from '../model/event-task.ts';
import { ENGINE_REFERENCES_SINCE } from '../model/secrets.ts';
import { feelTextsOf } from '../rule/feel-texts.ts';
import { defineRule, type RuleFinding } from '../rule/rule.ts';
import { engineReferences } from '../rule/secret-references.ts';

/** The one input of an event that is no part of it: it says where the event goes. */
const DESTINATION = 'input.eventBusName';

/** Members of a reusable credential that are secret, beside the task's own fields. */
const CREDENTIAL = ['accessKey', 'secretKey', 'sessionToken'].map(
  (name) => `${OFFICIAL_TEMPLATE.credential.input}.${name}`,
);

const NOT_FOR_EVENTS = [...Object.keys(SECRETS), ...CREDENTIAL];

export const rule = defineRule({
  id: 'secret-in-event',
  title: 'A secret in the event',
  severity: 'warning',
  scope: 'task',
  check: (task): readonly RuleFinding[] =>
    feelTextsOf(task).flatMap(({ at, text, expression }) => {
      const index = task.inputs.findIndex((input) => input === at);
      const input = task.inputs[index];
      if (!input || !leavesWithEvent(task, input)) return [];
      const [leak] = [
        ...secretsIn(task, engineReferences(expression)),
        ...credentialsIn(task, index, expression.paths),
      ];
      if (!leak) return [];
      const { from, to } = leak;
      return [
        {
          message: message({
            wrong: 'The secret leaves with the event, for every rule, target and archive of the bus to read',
            found: quote(text.slice(from, to)),
            instead: 'Leave it out, and let the receiver look it up.',
          }),
          at: input,
          range: { from, to },
        },
      ];
    }),
});

/** True for a field of the event itself, and for a part of one. */
function leavesWithEvent({ family }: EventTask, { name }: TaskField): boolean {
  return family.inputs.some(
    (input) => input.startsWith('input.') && input !== DESTINATION && (name === input || name.startsWith(`${input}.`)),
  );
}

/** An engine that is too old gives null, which another rule says. */
function secretsIn({ engine }: EventTask, references: readonly FeelPath[]): readonly FeelPath[] {
  return engine && isBefore(engine, ENGINE_REFERENCES_SINCE) ? [] : references;
}

/** The task's own credentials, where the mapping sees them. */
function credentialsIn({ inputs }: EventTask, index: number, paths: readonly FeelPath[]): readonly FeelPath[] {
  const own = ownEntries(
    inputs.map(({ name }) => name),
    index,
  );
  return paths.filter(({ segments, isLocal }) => {
    const path = segments.join('.');
    return (
      !isLocal && own.has(String(segments[0])) && NOT_FOR_EVENTS.some((secret) => `${secret}.`.startsWith(`${path}.`))
    );
  });
}
