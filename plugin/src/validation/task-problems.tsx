import type { ComponentType } from '@bpmn-io/properties-panel/preact';
import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import type { LintIssue } from 'bpmnlint-plugin-eventbridge/core';
import type { DiagramElement } from '../host/bpmn-js.ts';
import { ProblemRow } from './problem-row.tsx';
import type { ValidationTools } from './services.ts';
import { useIssueChanges } from './use-issues.ts';

/** What the list of problems says of one task, with its fixes, for another panel of this package. */
export interface TaskProblems {
  readonly component: ComponentType<{ readonly element: DiagramElement }>;
  issuesOf(element: DiagramElement): readonly LintIssue[];
}

export function taskProblems(tools: ValidationTools): TaskProblems {
  const { validation, eventBus } = tools;
  const issuesOf = ({ id }: DiagramElement): readonly LintIssue[] =>
    validation.allIssues().filter(({ taskId }) => taskId === id);
  return {
    issuesOf,
    component: function TaskProblems({ element }): JSX.Element {
      useIssueChanges(eventBus, ({ elements }) => elements?.includes(element) === true);
      return (
        <ul>
          {issuesOf(element).map((issue) => (
            <ProblemRow key={`${issue.rule} ${issue.message}`} issue={issue} tools={tools} onFixed={() => undefined} />
          ))}
        </ul>
      );
    },
  };
}
