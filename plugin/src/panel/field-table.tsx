import type { FieldResult } from '@eventbridge-kit/connector';
import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import type { DiagramElement } from '../host/bpmn-js.ts';
import { useTools } from './context.ts';
import { FieldName } from './field-name.tsx';
import { SignIcon } from './icons.tsx';
import { ValueView } from './json-view.tsx';

interface FieldTableProps {
  readonly fields: readonly FieldResult[];
  readonly element: DiagramElement;
}

/** What each input mapping says and what it gave. */
export function FieldTable({ fields, element }: FieldTableProps): JSX.Element {
  const { translate } = useTools();
  return (
    <table class="bjse-table">
      <thead>
        <tr>
          <th scope="col">{translate('Field')}</th>
          <th scope="col">{translate('Source')}</th>
          <th scope="col">{translate('Value')}</th>
          <th scope="col">{translate('Status')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field, index) => (
          <Row key={index} field={field} element={element} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ field, element }: { readonly field: FieldResult; readonly element: DiagramElement }): JSX.Element {
  const { fields, translate } = useTools();
  const { target, source, status, value, message } = field;
  const hidden = fields.isSecret(element, target) && !isReference(source);
  const labels: Readonly<Record<FieldResult['status'], string>> = {
    ok: translate('OK'),
    failed: translate('Failed'),
    unknown: translate('Unknown'),
  };
  return (
    <tr data-field={target}>
      <th scope="row">
        <FieldName field={target} element={element} />
      </th>
      <td class="bjse-source">
        {hidden ? <span class="bjse-note">{translate('hidden')}</span> : <Source source={source} />}
      </td>
      <td>
        {hidden && value !== undefined && <span class="bjse-note">{translate('hidden')}</span>}
        {!hidden && value !== undefined && <ValueView value={value} />}
        {message !== undefined && !hidden && <p class="bjse-message">{message}</p>}
      </td>
      <td>
        <span class="bjse-status">
          <SignIcon sign={status} />
          {labels[status]}
        </span>
      </td>
    </tr>
  );
}

/** Text that only names a secret may be shown; an expression may, too: it stands in the diagram as a program. */
function isReference(source: string): boolean {
  return source.startsWith('=') || /\{\{\s*secrets\.[^}]*\}\}|^secrets\./.test(source);
}

function Source({ source }: { readonly source: string }): JSX.Element {
  const { translate } = useTools();
  if (!source.startsWith('=')) return <span class="bjse-note">{translate('static text')}</span>;
  return <code class="bjse-code bjse-feel">{source}</code>;
}
