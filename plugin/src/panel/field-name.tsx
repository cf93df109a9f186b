import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import type { DiagramElement } from '../host/bpmn-js.ts';
import { useTools } from './context.ts';

/** A field's name as a way to it: its label, and what the diagram calls it. */
export function FieldName({
  field,
  element,
}: {
  readonly field: string;
  readonly element: DiagramElement;
}): JSX.Element {
  const { fields, translate } = useTools();
  const label = fields.labelOf(element, field);
  return (
    <button
      type="button"
      class="bjse-link bjse-field-name"
      title={translate('Show {field} in the properties panel', { field })}
      onClick={() => fields.show(element, field)}
    >
      {label !== undefined && <span>{translate(label)}</span>}
      <code class="bjse-code">
        {field.split('.').map((part, index) => (
          <span key={index} class="bjse-word">
            {index > 0 && '.'}
            {part}
          </span>
        ))}
      </code>
    </button>
  );
}
