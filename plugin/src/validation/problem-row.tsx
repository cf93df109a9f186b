import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import type { LintIssue } from 'bpmnlint-plugin-eventbridge/core';
import { IssueActions, IssueMessage, SeverityIcon } from './issue-view.tsx';
import type { ValidationTools } from './services.ts';

interface ProblemRowProps {
  readonly issue: LintIssue;
  readonly tools: ValidationTools;
  readonly onFixed: () => void;
}

/** One problem in a list of them: its field as the panel calls it, the way there, and what can be done. */
export function ProblemRow({ issue, tools, onFixed }: ProblemRowProps): JSX.Element {
  const { elementId, field, label } = issue;
  return (
    <li class="bjse-problem" data-element-id={elementId} data-rule={issue.rule}>
      <SeverityIcon severity={issue.severity} />
      <button type="button" class="bjse-problem-jump" onClick={() => tools.problems.jumpTo(issue)}>
        {field !== '' && (
          <span class="bjse-problem-place">
            {label === undefined ? <code class="bjse-code">{field}</code> : tools.translate(label)}
          </span>
        )}
        <IssueMessage issue={issue} tools={tools} />
      </button>
      <IssueActions issue={issue} tools={tools} onFixed={onFixed} />
    </li>
  );
}
