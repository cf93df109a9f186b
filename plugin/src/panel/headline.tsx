import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import { SignIcon } from './icons.tsx';
import type { Sign } from './report-view.ts';

interface HeadlineProps {
  readonly sign: Sign;
  readonly text: string;
  /** True: nothing has come out yet. */
  readonly isPlain?: boolean;
}

/** One line about all of it, which a screen reader hears when it changes. */
export function Headline({ sign, text, isPlain = sign === 'skipped' }: HeadlineProps): JSX.Element {
  return (
    <p class={`bjse-headline bjse-headline-${sign}`} role="status" aria-live="polite">
      {!isPlain && <SignIcon sign={sign} />}
      <span>{text}</span>
    </p>
  );
}
