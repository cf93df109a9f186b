import type { StepResult, TestSendReport } from '@eventbridge-kit/event-job';
import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import { useTools } from './context.ts';
import { SignIcon } from './icons.tsx';
import { STEP_LABELS } from './report-view.ts';

/** The job's steps in their order, each with what became of it. */
export function Steps({ report }: { readonly report: TestSendReport }): JSX.Element {
  const { translate } = useTools();
  const status: Readonly<Record<StepResult['status'], string>> = {
    ok: translate('done'),
    failed: translate('failed'),
    skipped: translate('skipped'),
  };
  return (
    <ol class="bjse-steps" aria-label={translate('Steps')}>
      {report.steps.map((step) => (
        <li key={step.step} class={`bjse-step bjse-step-${step.status}`}>
          <SignIcon sign={step.status} />
          {translate(STEP_LABELS[step.step])}
          <span class="bjse-hidden">: {status[step.status]}</span>
        </li>
      ))}
    </ol>
  );
}
