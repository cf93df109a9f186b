import type { ComponentType } from '@bpmn-io/properties-panel/preact';
import { useEffect, useMemo, useRef, useState } from '@bpmn-io/properties-panel/preact/hooks';
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
    // The panel draws all its entries with each edit; the messages draw themselves when they change.
    const issues = useMemo(
      () => <FieldIssues id={id} element={element} tools={tools} fields={fields} />,
      [id, element],
    );
    return (
      <>
        <Entry {...props} />
        {issues}
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
  const worst = worstOf(all);
  const ofHost = useHostMessage(list, tools.hostProblems && isField && worst === 'error');
  // A field may say what its template asks for before it says what the host's linting found: the finding stands.
  const saysBetter = ofHost !== undefined && !all.some(({ message }) => tools.translate(message) === ofHost);
  const isHosts = ({ severity, message }: LintIssue): boolean =>
    tools.hostProblems &&
    isField &&
    severity === 'error' &&
    (ofHost === undefined || ofHost === tools.translate(message));
  // Of an error that the host tells there is nothing to add but its fix.
  const issues = all.filter((issue) => !isHosts(issue) || tools.fixes.canFix(issue));
  const describedBy = `bjse-issues-${id}`;
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
    <div
      class={saysBetter ? 'bjse-field-issues bjse-says-better' : 'bjse-field-issues'}
      id={describedBy}
      aria-live="polite"
      ref={list}
    >
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

/** The message that the host has below the field before this list; watched only where it matters. */
function useHostMessage(list: { readonly current: HTMLElement | null }, isWatched: boolean): string | undefined {
  const [message, setMessage] = useState<string | undefined>(undefined);
  useEffect(() => {
    const entry = list.current?.previousElementSibling;
    if (!isWatched || !entry) return;
    const read = (): void =>
      setMessage(entry.querySelector('.bio-properties-panel-error')?.textContent.trim() || undefined);
    const observer = new MutationObserver(read);
    observer.observe(entry, { childList: true, characterData: true, subtree: true });
    read();
    return () => {
      observer.disconnect();
      setMessage(undefined);
    };
  }, [isWatched]);
  return message;
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
