import { useState } from '@bpmn-io/properties-panel/preact/hooks';
import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import type { JsonObject } from '@eventbridge-kit/issue';
import type { DiagramElement } from '../host/bpmn-js.ts';
import { writeExampleOutput } from '../sample/write-example.ts';
import { useTools } from './context.ts';

interface KeepProps {
  readonly element: DiagramElement;
  readonly variables: JsonObject;
}

/** Writes what the process got into the diagram, as the task's example data; one step that can be undone. */
export function KeepAsExample({ element, variables }: KeepProps): JSX.Element | null {
  const { injector, translate } = useTools();
  const [isKept, setKept] = useState(false);
  if (Object.keys(variables).length === 0 || !injector.get('modeling', false)) return null;
  return (
    <p>
      <button
        type="button"
        class="bjse-link"
        title={translate('Later tasks of this diagram are tried with it')}
        onClick={() => setKept(writeExampleOutput(injector, element, variables))}
      >
        {translate('Use as example data')}
      </button>{' '}
      <span class="bjse-note" aria-live="polite">
        {isKept && translate('Written to the task')}
      </span>
    </p>
  );
}
