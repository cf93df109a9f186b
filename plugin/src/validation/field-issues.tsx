import type { ComponentType } from '@bpmn-io/properties-panel/preact';
import { useEffect, useRef } from '@bpmn-io/properties-panel/preact/hooks';
import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import type { LintIssue } from 'bpmnlint-plugin-eventbridge/core';
import type { DiagramElement } from '../host/bpmn-js.ts';
import { controlOf } from '../panel/reveal.ts';
import type { EntryFields } from './entry-fields.ts';
import { IssueActions, IssueMessage, SeverityIcon } from './issue-view.tsx';
import type { ValidationTools } from './services.ts';
import { worstOf } from './severity.ts';
import { useIssueChanges } from './use-issues.ts';

/** What the host hands to every entry. */
export interface EntryProps {
  readonly id: string;
  readonly element: DiagramElement;
}

/** The same entry with the messages about its field below it. */
export function withIssues(
  Entry: ComponentType<EntryProps>,
  tools: ValidationTools,
  fields: EntryFields,
): ComponentType<EntryProps> {
  return function EntryWithIssues(props: EntryProps): JSX.Element {
    const { id, element } = props;
    return (
      <>
        <Entry {...props} />
        <FieldIssues id={id} element={element} tools={tools} fields={fields} />
      </>
    );
  };
}

interface FieldIssuesProps extends EntryProps {
  readonly tools: ValidationTools;
  readonly fields: EntryFields;
}

/** The messages alone: when they change, the host's field need not be drawn again, nor the messages of other fields. */
function FieldIssues({ id, element, tools, fields }: FieldIssuesProps): JSX.Element {
  const read = (): readonly LintIssue[] =>
    tools.validation.issuesOf(element).filter((issue) => fields.entryOf(element, issue) === id);
  const issues = read();
  useIssueChanges(
    tools.eventBus,
    ({ elements }) => elements?.includes(element) === true && JSON.stringify(issues) !== JSON.stringify(read()),
  );
  return <IssueList id={id} issues={issues} isField tools={tools} />;
}

interface IssueListProps {
  readonly id: string;
  readonly issues: readonly LintIssue[];
  /** True below a field, false where the issues of no field stand. */
  readonly isField: boolean;
  readonly tools: ValidationTools;
}

/** There even when it is empty: a screen reader says what comes into a place that it knows. */
function IssueList({ id, issues: all, isField, tools }: IssueListProps): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  const isHosts = ({ severity }: LintIssue): boolean => tools.hostProblems && isField && severity === 'error';
  // Of an error that the host tells there is nothing to add but its fix.
  const issues = all.filter((issue) => !isHosts(issue) || tools.fixes.canFix(issue));
  const describedBy = `bjse-issues-${id}`;
  const worst = worstOf(issues);
  const control = (): HTMLElement | undefined => controlOf(list.current?.previousElementSibling);
  useEffect(() => {
    const found = control();
    if (!found || worst === undefined) return;
    found.setAttribute('aria-describedby', describedBy);
    if (worst === 'error') found.setAttribute('aria-invalid', 'true');
    return () => {
      found.removeAttribute('aria-describedby');
      found.removeAttribute('aria-invalid');
    };
  }, [worst, describedBy]);
  return (
    <div class="bjse-field-issues" id={describedBy} aria-live="polite" ref={list}>
      {issues.map((issue) => (
        <div key={`${issue.rule} ${issue.message}`} class={`bjse-field-issue bjse-severity-${issue.severity}`}>
          {!isHosts(issue) && <SeverityIcon severity={issue.severity} />}
          <div>
            {!isHosts(issue) && <IssueMessage issue={issue} tools={tools} />}
            <IssueActions issue={issue} tools={tools} onFixed={() => control()?.focus()} />
          </div>
        </div>
      ))}
    </div>
  );
}

/** Group on top of the panel for what belongs to no field that is shown. */
export interface TaskIssuesGroup {
  readonly id: string;
  readonly component: ComponentType<TaskIssuesProps>;
  readonly tools: ValidationTools;
  readonly fields: EntryFields;
}

interface TaskIssuesProps extends Omit<TaskIssuesGroup, 'component'> {
  readonly element: DiagramElement;
}

export function TaskIssues({ id, element, tools, fields }: TaskIssuesProps): JSX.Element {
  useIssueChanges(tools.eventBus, ({ elements }) => elements?.includes(element) === true);
  const issues = tools.validation.issuesOf(element).filter((issue) => fields.entryOf(element, issue) === undefined);
  return (
    <div class={issues.length > 0 ? 'bio-properties-panel-group bjse-group bjse-task-issues' : 'bjse-task-issues'}>
      <IssueList id={id} issues={issues} isField={false} tools={tools} />
    </div>
  );
}
