import { render } from '@bpmn-io/properties-panel/preact';
import { useRef, useState } from '@bpmn-io/properties-panel/preact/hooks';
import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import type { LintIssue } from 'bpmnlint-plugin-eventbridge/core';
import { CloseIcon } from '../panel/icons.tsx';
import { SeverityIcon } from './issue-view.tsx';
import { ProblemRow } from './problem-row.tsx';
import { RulesFailure, useRulesFailure } from './rules-failure.tsx';
import type { ValidationTools } from './services.ts';
import { SEVERITIES, SEVERITY_NAMES, type Severity } from './severity.ts';
import { useIssueChanges } from './use-issues.ts';

/** Rows shown at first, and more with each press: the list of a huge diagram opens as fast as that of a small one. */
const PAGE = 200;

export interface ProblemsHandle {
  /** Brings the focus to the first problem of an element, or to the list. */
  focus(elementId?: string): void;
  unmount(): void;
}

/** Renders the list into its dock. */
export function mountProblems(root: HTMLElement, tools: ValidationTools): ProblemsHandle {
  render(<ProblemList tools={tools} />, root);
  return {
    focus(elementId) {
      const ofElement =
        elementId === undefined ? '' : `[data-element-id="${CSS.escape(elementId)}"] .bjse-problem-jump`;
      const target = ofElement === '' ? null : root.querySelector<HTMLElement>(ofElement);
      (target ?? root.querySelector<HTMLElement>('.bjse-panel'))?.focus();
    },
    unmount: () => render(null, root),
  };
}

interface ListProps {
  readonly tools: ValidationTools;
}

/** Every problem of the diagram, element by element in the order of the fields, with the way there and what can be done. */
function ProblemList({ tools }: ListProps): JSX.Element {
  const { validation, fixes, problems, eventBus, translate } = tools;
  useIssueChanges(eventBus);
  const failure = useRulesFailure(tools);
  const [hidden, setHidden] = useState<ReadonlySet<Severity>>(new Set());
  const [shown, setShown] = useState(PAGE);
  const panel = useRef<HTMLElement>(null);
  const all = validation.issues();
  const groups = byElement(all.filter(({ severity }) => !hidden.has(severity)));
  const wanted = groups.flatMap(({ issues }) => issues);
  const fixable = fixes.countOf();
  const toggle = (severity: Severity): void => {
    const next = new Set(hidden);
    if (!next.delete(severity)) next.add(severity);
    setHidden(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.stopPropagation();
      problems.close();
    } else moveFocus(event, panel.current);
  };
  return (
    <section class="bjse-panel" aria-labelledby="bjse-problems-title" tabIndex={-1} onKeyDown={onKeyDown} ref={panel}>
      <header class="bjse-header">
        <h2 class="bjse-title" id="bjse-problems-title">
          {translate('Problems')}
        </h2>
        <div class="bjse-filters" role="group" aria-label={translate('Shown severities')}>
          {SEVERITIES.map((severity) => (
            <Filter
              key={severity}
              severity={severity}
              count={all.filter((issue) => issue.severity === severity).length}
              isOn={!hidden.has(severity)}
              onToggle={() => toggle(severity)}
              tools={tools}
            />
          ))}
        </div>
        {fixable > 1 && (
          <button type="button" class="bjse-fix" onClick={() => fixEverything(fixes, panel.current)}>
            {translate('Fix {count} problems', { count: String(fixable) })}
          </button>
        )}
        <span class="bjse-hidden" role="status">
          {failure ? '' : translate('{count} problems', { count: String(all.length) })}
        </span>
        <button
          type="button"
          class="bjse-icon-button"
          aria-label={translate('Close problems')}
          title={translate('Close (Escape)')}
          onClick={() => problems.close()}
        >
          <CloseIcon />
        </button>
      </header>
      <div class="bjse-problem-body">
        {failure && <RulesFailure failure={failure} tools={tools} />}
        {!failure && wanted.length === 0 && (
          <p class="bjse-no-problems">{translate(all.length === 0 ? 'No problems.' : 'No problems of these kinds.')}</p>
        )}
        {firstOf(groups, shown).map(({ elementId, name, issues, before }) => (
          <section key={elementId} class="bjse-problem-group" aria-label={name}>
            <h3 class="bjse-problem-element">
              {name}
              {issues[0] && !problems.isDrawn(issues[0]) && (
                <span class="bjse-problem-undrawn">{translate('not drawn')}</span>
              )}
            </h3>
            <ul class="bjse-problem-list">
              {issues.map((issue, index) => (
                <ProblemRow
                  key={`${issue.taskId} ${issue.rule} ${issue.field} ${issue.message}`}
                  issue={issue}
                  tools={tools}
                  onFixed={() => focusRow(panel.current, before + index)}
                />
              ))}
            </ul>
          </section>
        ))}
        {wanted.length > shown && (
          <button type="button" class="bjse-button" onClick={() => setShown(shown + PAGE)}>
            {translate('Show {count} more', { count: String(Math.min(PAGE, wanted.length - shown)) })}
          </button>
        )}
      </div>
    </section>
  );
}

/** The issues about one element. */
interface ElementIssues {
  readonly elementId: string;
  readonly name: string;
  readonly issues: readonly LintIssue[];
}

function byElement(issues: readonly LintIssue[]): readonly ElementIssues[] {
  const groups = new Map<string, LintIssue[]>();
  for (const issue of issues) {
    const group = groups.get(issue.elementId);
    if (group) group.push(issue);
    else groups.set(issue.elementId, [issue]);
  }
  return [...groups].map(([elementId, ofElement]) => ({
    elementId,
    name: ofElement[0]?.elementName?.trim() || elementId,
    issues: ofElement,
  }));
}

/** So many issues, each group with how many stand before it. */
function firstOf(
  groups: readonly ElementIssues[],
  count: number,
): readonly (ElementIssues & { readonly before: number })[] {
  let before = 0;
  const shown: (ElementIssues & { readonly before: number })[] = [];
  for (const group of groups) {
    if (before >= count) break;
    const issues = group.issues.slice(0, count - before);
    shown.push({ ...group, issues, before });
    before += issues.length;
  }
  return shown;
}

/** All fixes are one step; what is left, or the list, has the focus then. */
function fixEverything(fixes: ValidationTools['fixes'], panel: HTMLElement | null): void {
  fixes.fixAll();
  focusRow(panel, 0);
}

interface FilterProps extends ListProps {
  readonly severity: Severity;
  readonly count: number;
  readonly isOn: boolean;
  readonly onToggle: () => void;
}

function Filter({ severity, count, isOn, onToggle, tools: { translate } }: FilterProps): JSX.Element {
  const { one, many } = SEVERITY_NAMES[severity];
  return (
    <button type="button" class="bjse-filter" aria-pressed={isOn} onClick={onToggle}>
      <SeverityIcon severity={severity} />
      {`${count} ${translate(count === 1 ? one : many)}`}
    </button>
  );
}

function jumpsIn(panel: HTMLElement | null): HTMLElement[] {
  return [...(panel?.querySelectorAll<HTMLElement>('.bjse-problem-jump') ?? [])];
}

/** The row that took the place of one that was fixed, once it is drawn. */
function focusRow(panel: HTMLElement | null, index: number): void {
  requestAnimationFrame(() => {
    const jumps = jumpsIn(panel);
    (jumps[Math.min(index, jumps.length - 1)] ?? panel)?.focus();
  });
}

/** Arrows, Home and End go from row to row. */
function moveFocus(event: KeyboardEvent, panel: HTMLElement | null): void {
  const jumps = jumpsIn(panel);
  const row = document.activeElement?.closest('.bjse-problem');
  const at = jumps.findIndex((jump) => row?.contains(jump) === true);
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(at + 1, jumps.length - 1),
    ArrowUp: Math.max(at - 1, 0),
    Home: 0,
    End: jumps.length - 1,
  };
  const target = Object.hasOwn(targets, event.key) ? jumps[targets[event.key] ?? 0] : undefined;
  if (!target) return;
  event.preventDefault();
  target.focus();
}
