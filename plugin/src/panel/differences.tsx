import { useEffect, useState } from '@bpmn-io/properties-panel/preact/hooks';
import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import type { TaskPreview } from '@eventbridge-kit/event-job';
import type { Json } from '@eventbridge-kit/issue';
import { differencesOf, type Difference } from '../preview/differences.ts';
import type { Run } from '../test-send/session.ts';
import { useTools } from './context.ts';
import { JsonView } from './json-view.tsx';
import { Section } from './section.tsx';

interface DifferencesProps {
  /** What the preview showed when the event was sent. */
  readonly said: TaskPreview;
  readonly run: Extract<Run, { readonly status: 'done' }>;
}

/** Where it came out otherwise than the preview had said; nothing where it did not. */
export function Differences({ said, run }: DifferencesProps): JSX.Element | null {
  const { preview, translate } = useTools();
  const [differences, setDifferences] = useState<readonly Difference[]>([]);
  useEffect(() => {
    let isCurrent = true;
    void differencesOf(said, run, (task, text, answers) => preview.of(task, text, answers)).then((found) => {
      if (isCurrent) setDifferences(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [said, run]);
  if (differences.length === 0) return null;
  const labels: Readonly<Record<Difference['what'], string>> = {
    entry: translate('The entry'),
    outcome: translate('What the process gets'),
  };
  return (
    <Section title={translate('Other than the preview had said')} note={String(differences.length)}>
      <p class="bjse-message">
        {translate('Expressions with the time, random numbers or ids give another value each time.')}
      </p>
      {differences.map(({ what, said: before, got }) => (
        <div key={what} class="bjse-difference" data-difference={what}>
          <Side title={translate('{what}, in the preview', { what: labels[what] })} value={before} />
          <Side title={translate('{what}, as it came', { what: labels[what] })} value={got} />
        </div>
      ))}
    </Section>
  );
}

function Side({ title, value }: { readonly title: string; readonly value: Json }): JSX.Element {
  return (
    <div>
      <p class="bjse-note">{title}</p>
      <JsonView value={value} />
    </div>
  );
}
