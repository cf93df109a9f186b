import type { TestSendReport } from '@eventbridge-kit/event-job';
import type { Outcome } from '@eventbridge-kit/connector';
import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import type { Translate } from '../host/bpmn-js.ts';
import { useTools } from './context.ts';
import { JsonView } from './json-view.tsx';
import { Section } from './section.tsx';

/** How the job would end, and what the process would then hold. */
export function OutcomeView({ report }: { readonly report: TestSendReport }): JSX.Element | null {
  const { translate } = useTools();
  const { outcome, processVariables } = report;
  if (!outcome) return null;
  return (
    <Section title={translate('What the process gets')}>
      <p class={`bjse-outcome bjse-outcome-${outcome.type}`} data-outcome={outcome.type}>
        {sentence(outcome, translate)}
      </p>
      {outcome.type !== 'complete' && outcome.message !== '' && <p class="bjse-message">{outcome.message}</p>}
      {Object.keys(outcome.variables).length > 0 && <JsonView value={outcome.variables} />}
      {processVariables && (
        <details class="bjse-fold">
          <summary>{translate('All variables of the process after the task')}</summary>
          <JsonView value={processVariables} />
        </details>
      )}
    </Section>
  );
}

function sentence(outcome: Outcome, translate: Translate): string {
  return OUTCOMES[outcome.type](outcome as never, translate); // each type has its own function
}

const OUTCOMES: {
  readonly [Type in Outcome['type']]: (outcome: Extract<Outcome, { type: Type }>, translate: Translate) => string;
} = {
  complete: ({ variables }, translate) =>
    Object.keys(variables).length === 0
      ? translate('The task completes and sets no variables.')
      : translate('The task completes and sets these variables.'),
  fail: ({ retries, retryBackoffMs }, translate) =>
    retries === 0
      ? translate('The job fails with no retries left: the process waits at an incident.')
      : translate('The job fails and is tried again: {retries} retries left, next try after {seconds} s.', {
          retries: String(retries),
          seconds: String(retryBackoffMs / 1000),
        }),
  bpmnError: ({ code }, translate) =>
    translate('The task throws BPMN error {code}: a boundary event or event subprocess with this code catches it.', {
      code,
    }),
};
