import type { TestSendReport } from '@eventbridge-kit/connector';
import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import type { DiagramElement } from '../host/bpmn-js.ts';
import { useTools } from './context.ts';
import { FieldName } from './field-name.tsx';
import { SignIcon } from './icons.tsx';
import { awsError, issuesOf } from './report-view.ts';

/** Forms of an issue's severity. */
const SIGNS = { error: 'failed', warning: 'warning', info: 'unknown' } as const;

/** AWS's error and every issue, each with the way to its field. */
export function Problems({
  report,
  element,
}: {
  readonly report: TestSendReport;
  readonly element: DiagramElement;
}): JSX.Element | null {
  const { translate } = useTools();
  const error = awsError(report);
  const issues = issuesOf(report);
  if (!error && issues.length === 0) return null;
  return (
    <div class="bjse-problems" role="group" aria-label={translate('Problems')}>
      {error && (
        <div class="bjse-aws-error">
          <strong class="bjse-aws-error-name">{error.name}</strong>
          <p>{error.message}</p>
        </div>
      )}
      <ul>
        {issues.map((issue, index) => (
          <li key={index} class="bjse-problem">
            <SignIcon sign={SIGNS[issue.severity]} />
            <div>
              {issue.field !== '' && <FieldName field={issue.field} element={element} />}
              <p class="bjse-problem-text">{issue.message}</p>
              <span class="bjse-note">{issue.rule}</span>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
