import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import type { LintIssue } from 'bpmnlint-plugin-eventbridge/core';
import type { ValidationTools } from './services.ts';
import { SEVERITY_NAMES, SEVERITY_SHAPES, type Severity } from './severity.ts';

export function SeverityIcon({ severity }: { readonly severity: Severity }): JSX.Element {
  const { outline, sign } = SEVERITY_SHAPES[severity];
  return (
    <svg class={`bjse-severity-icon bjse-severity-${severity}`} viewBox="0 0 16 16" aria-hidden="true">
      <path class="bjse-mark-outline" d={outline} />
      <path class="bjse-mark-sign" d={sign} />
    </svg>
  );
}

interface IssueProps {
  readonly issue: LintIssue;
  readonly tools: ValidationTools;
  /** Called after a fix: the button that had the focus may be gone. */
  readonly onFixed: () => void;
}

/** One message in words, for eyes and for screen readers. */
export function IssueMessage({ issue, tools: { translate } }: Omit<IssueProps, 'onFixed'>): JSX.Element {
  return (
    <span class="bjse-issue-message">
      <span class="bjse-hidden">{translate(SEVERITY_NAMES[issue.severity].one)}: </span>
      {translate(issue.message)}
    </span>
  );
}

/** What can be done about an issue: its fix, the same fix everywhere, the page about the rule. */
export function IssueActions({ issue, tools, onFixed }: IssueProps): JSX.Element {
  const { fixes, validation, translate } = tools;
  const url = validation.documentationUrl(issue.rule);
  const canFix = fixes.canFix(issue);
  const count = canFix ? fixes.countOf(issue.rule) : 0;
  const after = (work: () => void): (() => void) => {
    return () => {
      work();
      onFixed();
    };
  };
  return (
    <span class="bjse-issue-actions">
      {canFix && (
        <button type="button" class="bjse-fix" onClick={after(() => fixes.fix(issue))}>
          {translate(issue.fix.title)}
        </button>
      )}
      {count > 1 && (
        <button type="button" class="bjse-fix bjse-fix-all" onClick={after(() => fixes.fixAll(issue.rule))}>
          {translate('Fix all {count} of this kind', { count: String(count) })}
        </button>
      )}
      {url !== undefined && (
        <a class="bjse-link bjse-rule" href={url} target="_blank" rel="noreferrer" title={translate('About this rule')}>
          {issue.rule}
        </a>
      )}
    </span>
  );
}
