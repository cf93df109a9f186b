import type { TestSendReport } from '@eventbridge-kit/event-job';
import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import { useTools } from './context.ts';
import { SignIcon } from './icons.tsx';
import { whyNull } from './null-fields.ts';
import type { Headline as HeadlineText } from './report-view.ts';

interface HeadlineProps extends HeadlineText {
  readonly fields?: TestSendReport['fields'];
}

/**
 * One line about all of it, which a screen reader hears when it changes. Where fields are null, it says so, and is no plain
 * success.
 */
export function Headline({ sign, text, replacements = {}, fields = [] }: HeadlineProps): JSX.Element {
  const { translate } = useTools();
  const values = Object.entries(replacements).map(([name, value]) => [name, translate(value)] as const);
  const told = [translate(text, Object.fromEntries(values))];
  const nulls = fields.flatMap((field) => whyNull(field) ?? []);
  if (nulls.length > 0) {
    const isMissing = nulls.some(({ missing }) => missing.length > 0);
    told.push(
      translate(isMissing ? 'Sample variables are missing: see the fields.' : 'Values are null: see the fields.'),
    );
  }
  const shown = sign === 'ok' && nulls.length > 0 ? 'warning' : sign;
  return (
    <p class={`bjse-headline bjse-headline-${shown}`} role="status" aria-live="polite">
      {shown !== 'skipped' && <SignIcon sign={shown} />}
      <span>{told.join(' ')}</span>
    </p>
  );
}
