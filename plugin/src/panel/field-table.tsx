import type { FieldResult } from '@eventbridge-kit/connector';
import type { JsonObject } from '@eventbridge-kit/issue';
import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import type { DiagramElement } from '../host/bpmn-js.ts';
import { missingVariables } from '../sample/missing-variables.ts';
import { useTools } from './context.ts';
import { FieldName } from './field-name.tsx';
import { SignIcon } from './icons.tsx';
import { TextView, ValueView } from './json-view.tsx';

interface FieldTableProps {
  readonly fields: readonly FieldResult[];
  /** The sample variables of the run. */
  readonly variables: JsonObject;
  readonly element: DiagramElement;
}

/** What each input mapping says and what it gave. */
export function FieldTable({ fields, variables, element }: FieldTableProps): JSX.Element {
  const { translate } = useTools();
  return (
    <table class="bjse-table">
      <thead>
        <tr>
          <th scope="col">{translate('Field')}</th>
          <th scope="col">{translate('Source and value')}</th>
          <th scope="col">{translate('Status')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field, index) => (
          <Row key={index} field={field} missing={missingVariables(index, fields, variables)} element={element} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly field: FieldResult;
  /** Names of variables that it reads and that nothing gives. */
  readonly missing: readonly string[];
  readonly element: DiagramElement;
}

function Row({ field, missing, element }: RowProps): JSX.Element {
  const { translate } = useTools();
  const { target } = field;
  const status = field.status === 'ok' && missing.length > 0 ? 'warning' : field.status;
  const labels = {
    ok: translate('OK'),
    warning: translate('Null'),
    failed: translate('Failed'),
    unknown: translate('Unknown'),
  };
  return (
    <tr data-field={target} data-status={status}>
      <th scope="row">
        <FieldName field={target} element={element} />
      </th>
      <td>
        <Cell field={field} element={element} />
        {missing.length > 0 && (
          <p class="bjse-message">
            {translate('Null because the sample variables lack {names}.', { names: missing.join(', ') })}
          </p>
        )}
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

/** An expression above its value; static text is its own value. A secret's text is not shown. */
function Cell({ field, element }: { readonly field: FieldResult; readonly element: DiagramElement }): JSX.Element {
  const { fields, translate } = useTools();
  const { target, source, value, message } = field;
  if (fields.isSecret(element, target) && !isReference(source)) {
    return <span class="bjse-note">{translate('hidden')}</span>;
  }
  const isFeel = source.startsWith('=');
  return (
    <>
      {isFeel && (
        <div class="bjse-source" title={translate('FEEL expression')}>
          <TextView text={source} />
        </div>
      )}
      {value !== undefined && (
        <div class="bjse-value">
          <ValueView value={value} />
        </div>
      )}
      {message !== undefined && <p class="bjse-message">{message}</p>}
    </>
  );
}

/** Text that only names a secret may be shown; an expression may, too: it stands in the diagram as a program. */
function isReference(source: string): boolean {
  return source.startsWith('=') || source === '' || /^(\{\{\s*secrets\.[^}]*\}\}|secrets\.\S+)$/.test(source.trim());
}
