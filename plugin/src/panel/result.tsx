import type { StepResult, TestSendReport } from '@eventbridge-kit/event-job';
import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import type { DiagramElement, Translate } from '../host/bpmn-js.ts';
import type { Run } from '../test-send/session.ts';
import { useTools } from './context.ts';
import { FieldTable } from './field-table.tsx';
import { SignIcon } from './icons.tsx';
import { JsonView } from './json-view.tsx';
import { whyNull } from './null-fields.ts';
import { OutcomeView } from './outcome-view.tsx';
import { Problems, Warnings } from './problems.tsx';
import { entryOf, headlineOf, STEP_LABELS, stepOf, type Headline } from './report-view.ts';
import { Section } from './section.tsx';

interface ResultProps {
  readonly run: Run;
  readonly element: DiagramElement;
  readonly stale: boolean;
}

/** The panel's right side: what the last run gave. */
export function Result({ run, element, stale }: ResultProps): JSX.Element {
  const { translate } = useTools();
  const nulls = run.status === 'done' ? run.report.fields.flatMap((field) => whyNull(field) ?? []) : [];
  const isMissing = nulls.some(({ missing }) => missing.length > 0);
  const { sign, text, replacements } = RUN_HEADLINES[run.status](run as never); // each status has its own function
  const shown = sign === 'ok' && nulls.length > 0 ? 'warning' : sign;
  return (
    <div class="bjse-result" role="region" aria-label={translate('Result')} tabIndex={0} data-run={run.status}>
      {run.status === 'running' && <div class="bjse-progress" />}
      <p class={`bjse-headline bjse-headline-${shown}`} role="status" aria-live="polite">
        {run.status !== 'none' && run.status !== 'running' && <SignIcon sign={shown} />}
        <span>
          {translate(text, translated(replacements, translate))}
          {nulls.length > 0 &&
            ` ${translate(isMissing ? 'Sample variables are missing: see the fields.' : 'Values are null: see the fields.')}`}
        </span>
      </p>
      {stale && <p class="bjse-stale">{translate('The task or the variables have changed since this run.')}</p>}
      {run.status === 'done' && <Report report={run.report} element={element} />}
    </div>
  );
}

const RUN_HEADLINES: { readonly [Status in Run['status']]: (run: Extract<Run, { status: Status }>) => Headline } = {
  none: () => ({
    sign: 'skipped',
    text: 'Preview resolves the fields and checks the event, and sends nothing. Send puts the event on the event bus.',
  }),
  running: ({ dryRun }) => ({ sign: 'skipped', text: dryRun ? 'Resolving and checking…' : 'Sending…' }),
  cancelled: ({ dryRun }) => ({
    sign: 'warning',
    text: dryRun ? 'Preview cancelled.' : 'Cancelled. The event may have been sent already.',
  }),
  unreachable: ({ message, saysAll }) => ({
    sign: 'failed',
    text: saysAll ? '{message}' : 'The test send service cannot be reached: {message}',
    replacements: { message },
  }),
  done: ({ report }) => headlineOf(report),
};

function translated(
  replacements: Readonly<Record<string, string>> = {},
  translate: Translate,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(replacements).map(([name, text]) => [name, translate(text)]));
}

interface ReportProps {
  readonly report: TestSendReport;
  readonly element: DiagramElement;
}

function Report({ report, element }: ReportProps): JSX.Element {
  const { translate } = useTools();
  const entry = entryOf(report);
  const response = stepOf(report, 'response')?.value;
  return (
    <>
      <Steps report={report} />
      <Problems report={report} element={element} />
      <OutcomeView report={report} />
      <Section title={translate('Fields')} note={String(report.fields.length)}>
        <FieldTable fields={report.fields} element={element} />
      </Section>
      {entry && (
        <Section
          title={translate('Event entry')}
          note={translate('{size} bytes', { size: entry.sizeBytes.toLocaleString('en') })}
        >
          <JsonView value={entry.entry} />
        </Section>
      )}
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
          <span class="bjse-hidden">: {status[step.status]}</span>
        </li>
      ))}
    </ol>
  );
}
