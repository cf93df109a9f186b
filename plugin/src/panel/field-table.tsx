import type { FieldResult } from '@eventbridge-kit/connector';
import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import type { DiagramElement } from '../host/bpmn-js.ts';
import { useTools } from './context.ts';
import { FieldName } from './field-name.tsx';
import { SignIcon } from './icons.tsx';
import { TextView, ValueView } from './json-view.tsx';
import { whyNull, type WhyNull } from './null-fields.ts';

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
          <th scope="col">{translate('Source and value')}</th>
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

interface RowProps {
  readonly field: FieldResult;
  readonly element: DiagramElement;
}

function Row({ field, element }: RowProps): JSX.Element {
  const { translate } = useTools();
  const { target } = field;
  const why = whyNull(field);
  const status = field.status === 'ok' && why !== undefined ? 'warning' : field.status;
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
        <Cell field={field} why={why} element={element} />
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

interface CellProps extends RowProps {
  readonly why: WhyNull | undefined;
}

/** An expression above its value; static text is its own value. A secret's text is not shown. */
function Cell({ field, why, element }: CellProps): JSX.Element {
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
      {why !== undefined && <Why why={why} />}
    </>
  );
}

function Why({ why: { missing, reasons } }: { readonly why: WhyNull }): JSX.Element {
  const { translate } = useTools();
  return (
    <>
      {missing.length > 0 && (
        <p class="bjse-message">
          {translate('Null because the sample variables lack {names}.', { names: missing.join(', ') })}
        </p>
      )}
      {reasons.map(({ part, message }, index) => (
        <p key={index} class="bjse-message">
          {translate('Null because of')} <code>{part}</code>: {message}
        </p>
      ))}
    </>
  );
}

/** Text that only names a secret may be shown; an expression may, too: it stands in the diagram as a program. */
function isReference(source: string): boolean {
  return source.startsWith('=') || source === '' || /^(\{\{\s*secrets\.[^}]*\}\}|secrets\.\S+)$/.test(source.trim());
}
