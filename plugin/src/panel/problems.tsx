import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import type { Issue } from '@eventbridge-kit/issue';
import type { DiagramElement } from '../host/bpmn-js.ts';
import { useTools } from './context.ts';
import { FieldName } from './field-name.tsx';
import { SignIcon } from './icons.tsx';
import { awsError, issuesOf, type Told } from './report-view.ts';
import { Section } from './section.tsx';

interface ProblemsProps {
  readonly report: Told;
  readonly element: DiagramElement;
}

/** AWS's error and every error before it, each with the way to its field. */
export function Problems({ report, element }: ProblemsProps): JSX.Element | null {
  const { translate, taskProblems } = useTools();
  const error = awsError(report);
  const found = issuesOf(report).filter(({ severity }) => severity === 'error');
  // What the rules know of the diagram is all of it, with fixes; a run stops at its first step with a mistake.
  const known = !error && found.length > 0 ? (taskProblems?.issuesOf(element) ?? []) : [];
  const issues = found.filter(
    ({ field }) => !known.some((issue) => issue.severity === 'error' && issue.field === field),
  );
  const Known = known.length > 0 ? taskProblems?.component : undefined;
  if (!error && found.length === 0) return null;
  return (
    <div class="bjse-problems" role="group" aria-label={translate('Problems')}>
      {error && (
        <div class="bjse-aws-error">
          <strong class="bjse-aws-error-name">{error.name}</strong>
          <p>{error.message}</p>
        </div>
      )}
      {Known && <Known element={element} />}
      <Issues issues={issues.filter(({ message }) => message !== error?.message)} element={element} />
    </div>
  );
}

/** What did not stop the run, yet may be worth a look. */
export function Warnings({ report, element }: ProblemsProps): JSX.Element | null {
  const { translate } = useTools();
  const issues = issuesOf(report).filter(({ severity }) => severity !== 'error');
  if (issues.length === 0) return null;
  return (
    <Section title={translate('Warnings')} note={String(issues.length)}>
      <Issues issues={issues} element={element} />
    </Section>
  );
}

/** Forms of an issue's severity. */
const SIGNS = { error: 'failed', warning: 'warning', info: 'unknown' } as const;

interface IssuesProps {
  readonly issues: readonly Issue[];
  readonly element: DiagramElement;
}

function Issues({ issues, element }: IssuesProps): JSX.Element {
  return (
    <ul>
      {issues.map((issue, index) => (
        <li key={index} class="bjse-problem" data-rule={issue.rule}>
          <SignIcon sign={SIGNS[issue.severity]} />
          <div>
            {issue.field !== '' && <FieldName field={issue.field} element={element} />}
            <p class="bjse-problem-text">{issue.message}</p>
            <span class="bjse-note">{issue.rule}</span>
          </div>
        </li>
      ))}
    </ul>
  );
}
