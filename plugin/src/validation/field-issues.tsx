import type { ComponentType, RefObject } from '@bpmn-io/properties-panel/preact';
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
  const { validation } = tools;
  const ofField = (issues: readonly LintIssue[]): readonly LintIssue[] =>
    issues.filter((issue) => fields.entryOf(element, issue) === id);
  const read = (): readonly (readonly LintIssue[])[] => [
    ofField(validation.issuesOf(element)),
    ofField(validation.awaitedOf(element)),
  ];
  const now = read();
  const [issues = [], [awaited] = []] = now;
  useIssueChanges(
    tools.eventBus,
    ({ elements }) => elements?.includes(element) === true && JSON.stringify(now) !== JSON.stringify(read()),
  );
  const list = useRef<HTMLDivElement>(null);
  useLeaving(list, awaited && (() => validation.leave(element, awaited.field)));
  const isAwaited = awaited !== undefined && issues.length === 0;
  return <IssueList id={id} issues={issues} isField isAwaited={isAwaited} tools={tools} list={list} />;
}

type ListRef = RefObject<HTMLDivElement>;

/** Calls when the focus leaves the entry before the list with nothing in it: an empty field that nobody has seen is no mistake yet. */
function useLeaving(list: ListRef, onLeft: (() => void) | undefined): void {
  const latest = useRef(onLeft);
  latest.current = onLeft;
  useEffect(() => {
    const entry = list.current?.previousElementSibling;
    if (!(entry instanceof HTMLElement)) return;
    const leave = ({ relatedTarget }: FocusEvent): void => {
      const isInside = relatedTarget instanceof Node && entry.contains(relatedTarget);
      // The window lost the focus, not the field.
      const isAway = entry.contains(document.activeElement);
      if (!isInside && !isAway && isEmptied(controlOf(entry))) latest.current?.();
    };
    entry.addEventListener('focusout', leave);
    return () => entry.removeEventListener('focusout', leave);
  }, [onLeft === undefined]);
}

/** True for a control without text; what was typed a moment ago is in the control before it is in the diagram. */
function isEmptied(control: HTMLElement | undefined): boolean {
  if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) return control.value === '';
  return control?.querySelector('.cm-placeholder') !== null || control.textContent === '';
}

interface IssueListProps {
  readonly id: string;
  readonly issues: readonly LintIssue[];
  /** True below a field, false where the issues of no field stand. */
  readonly isField: boolean;
  /** True below a field that must not stay empty, while nobody was there. */
  readonly isAwaited?: boolean;
  readonly tools: ValidationTools;
  readonly list: ListRef;
}

/** There even when it is empty: a screen reader says what comes into a place that it knows. */
function IssueList({ id, issues: all, isField, isAwaited = false, tools, list }: IssueListProps): JSX.Element {
  const worst = worstOf(all);
  const ofHost = useHostMessage(list, tools.hostProblems && isField && worst === 'error');
  // One message for a field. Where the host has our errors, it may say what the template asks for instead of them.
  const saysBetter = tools.hostProblems
    ? ofHost !== undefined && !all.some(({ message }) => tools.translate(message) === ofHost)
    : worst === 'error';
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
    const found = isAwaited ? control() : undefined;
    found?.setAttribute('aria-required', 'true');
    return () => found?.removeAttribute('aria-required');
  }, [isAwaited]);
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
      class={[
        'bjse-field-issues',
        ...(saysBetter && isField ? ['bjse-says-better'] : []),
        ...(worst === 'error' && isField ? ['bjse-has-error'] : []),
        ...(isAwaited ? ['bjse-awaited'] : []),
      ].join(' ')}
      id={describedBy}
      aria-live="polite"
      ref={list}
    >
      {isAwaited && tools.translate('Required')}
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
      <IssueList id={id} issues={issues} isField={false} tools={tools} list={useRef<HTMLDivElement>(null)} />
    </div>
  );
}
