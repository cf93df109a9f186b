import type { ComponentChildren } from '@bpmn-io/properties-panel/preact';
import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';

interface SectionProps {
  readonly title: string;
  /** A few words behind the title: a count, a size. */
  readonly note?: string;
  readonly children: ComponentChildren;
}

/** A part of the result that folds. */
export function Section({ title, note, children }: SectionProps): JSX.Element {
  return (
    <details class="bjse-section" open>
      <summary>
        <h3 class="bjse-heading">{title}</h3>
        {note !== undefined && <span class="bjse-note">{note}</span>}
      </summary>
      {children}
    </details>
  );
}
