import { render } from '@bpmn-io/properties-panel/preact';
import { ProblemList } from './problem-list.tsx';
import type { ValidationTools } from './services.ts';

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
