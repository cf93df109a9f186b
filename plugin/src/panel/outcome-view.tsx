import type { Outcome } from '@eventbridge-kit/connector';
import { mergeOwn, type JsonObject } from '@eventbridge-kit/issue';
import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import type { Translate } from '../host/bpmn-js.ts';
import { parseVariables } from '../test-send/variables-text.ts';
import { useTools } from './context.ts';
import { Fold, JsonView } from './json-view.tsx';
import type { Told } from './report-view.ts';
import { Section } from './section.tsx';

interface AfterTask {
  /** Variables of the process after the task; absent: the sample variables with those of the outcome. */
  readonly processVariables?: JsonObject | undefined;
}

/** How the job ends, and what the process then holds. */
export function OutcomeView({ report }: { readonly report: Told & AfterTask }): JSX.Element | null {
  const { translate } = useTools();
  const { outcome } = report;
  if (!outcome) return null;
  return (
    <Section title={translate('What the process gets')}>
      <OutcomeDetails outcome={outcome} processVariables={report.processVariables} />
    </Section>
  );
}

interface OutcomeDetailsProps extends AfterTask {
  readonly outcome: Outcome;
}

export function OutcomeDetails({ outcome, processVariables }: OutcomeDetailsProps): JSX.Element {
  const { testSend, translate } = useTools();
  return (
    <>
      <p class={`bjse-outcome bjse-outcome-${outcome.type}`} data-outcome={outcome.type}>
        {sentence(outcome, translate)}
      </p>
      {outcome.type !== 'complete' && outcome.message !== '' && <p class="bjse-message">{outcome.message}</p>}
      {Object.keys(outcome.variables).length > 0 && <JsonView value={outcome.variables} />}
      {outcome.type === 'complete' && (
        <Fold summary={translate('All variables of the process after the task')}>
          {() => {
            if (processVariables) return <JsonView value={processVariables} />;
            const sample = parseVariables(testSend.session?.variables.text ?? '');
            return <JsonView value={mergeOwn(sample.ok ? sample.variables : {}, outcome.variables)} />;
          }}
        </Fold>
      )}
    </>
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
  bpmnError: ({ code }, translate) => translate('The task throws BPMN error {code}.', { code }),
};
