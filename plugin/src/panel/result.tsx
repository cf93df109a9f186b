import type { StepResult, TestSendReport } from '@eventbridge-kit/event-job';
import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import type { DiagramElement } from '../host/bpmn-js.ts';
import type { Run } from '../test-send/session.ts';
import { useTools } from './context.ts';
import { Differences } from './differences.tsx';
import { EntryView } from './entry-view.tsx';
import { KeepAsExample } from './keep-as-example.tsx';
import { FieldTable } from './field-table.tsx';
import { Headline } from './headline.tsx';
import { SignIcon } from './icons.tsx';
import { JsonView } from './json-view.tsx';
import { OutcomeView } from './outcome-view.tsx';
import { Problems, Warnings } from './problems.tsx';
import { headlineOf, STEP_LABELS, stepOf, type Headline as HeadlineText } from './report-view.ts';
import { ResultFrame } from './result-frame.tsx';
import { Section } from './section.tsx';

interface ResultProps {
  readonly run: Run;
  readonly element: DiagramElement;
  readonly stale: boolean;
}

/** The panel's right side: what the last event that was sent gave. */
export function Result({ run, element, stale }: ResultProps): JSX.Element {
  const { translate } = useTools();
  const headline = RUN_HEADLINES[run.status](run as never); // each status has its own function
  return (
    <ResultFrame run={run.status}>
      {run.status === 'running' && <div class="bjse-progress" />}
      <Headline {...headline} fields={run.status === 'done' ? run.report.fields : []} />
      {stale && <p class="bjse-stale">{translate('The task or the variables have changed since this run.')}</p>}
      {run.status === 'done' && <Report run={run} element={element} />}
    </ResultFrame>
  );
}

const RUN_HEADLINES: { readonly [Status in Run['status']]: (run: Extract<Run, { status: Status }>) => HeadlineText } = {
  none: () => ({ sign: 'skipped', text: 'Nothing was sent yet. Send puts the event on the event bus.' }),
  running: () => ({ sign: 'skipped', text: 'Sending…' }),
  asking: () => ({ sign: 'skipped', text: 'Nothing was sent yet: see the question beside.' }),
  cancelled: () => ({ sign: 'warning', text: 'Cancelled. The event may have been sent already.' }),
  timedOut: ({ seconds }) => ({
    sign: 'warning',
    text: 'No answer of the test send service for {seconds} s. The event may have been sent already.',
    replacements: { seconds: String(seconds) },
  }),
  unreachable: ({ message, saysAll }) => ({
    sign: 'failed',
    text: saysAll ? '{message}' : 'The test send service cannot be reached: {message}',
    replacements: { message },
  }),
  done: ({ report }) => headlineOf(report),
};

type Done = Extract<Run, { readonly status: 'done' }>;

interface ReportProps {
  readonly run: Done;
  readonly element: DiagramElement;
}

function Report({ run, element }: ReportProps): JSX.Element {
  const { translate } = useTools();
  const { report, said } = run;
  const response = stepOf(report, 'response')?.value;
  return (
    <>
      <Steps report={report} />
      <Problems report={report} element={element} />
      {said && <Differences said={said} run={run} />}
      <OutcomeView report={report} />
      {report.outcome?.type === 'complete' && <KeepAsExample element={element} variables={report.outcome.variables} />}
      <Section title={translate('Fields')} note={String(report.fields.length)}>
        <FieldTable fields={report.fields} element={element} />
      </Section>
      <EntryView report={report} place={report.destination} />
      {response !== undefined && (
        <Section title={translate('Response')}>
          <JsonView value={response} />
        </Section>
      )}
      <Warnings report={report} element={element} />
    </>
  );
}

/** The job's steps in their order, each with what became of it. */
function Steps({ report }: { readonly report: TestSendReport }): JSX.Element {
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
          {step.tookMs !== undefined && <span class="bjse-took">{tookText(step.tookMs)}</span>}
          <span class="bjse-hidden">: {status[step.status]}</span>
        </li>
      ))}
    </ol>
  );
}

function tookText(ms: number): string {
  return ms < 10 ? `${ms.toFixed(1)} ms` : `${Math.round(ms).toLocaleString('en')} ms`;
}
