import { useEffect, useRef } from '@bpmn-io/properties-panel/preact/hooks';
import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import type { Destination } from '@eventbridge-kit/event-job';
import { useTools } from './context.ts';

/** Asks before an event leaves for AWS, and names where it would go. */
export function Confirm({ destination }: { readonly destination: Destination }): JSX.Element {
  const { testSend, preview, translate } = useTools();
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => cancel.current?.focus(), []);
  const { label, account, region, eventBusName } = destination;
  const unknown = translate('not known');
  const facts: readonly (readonly [string, string])[] = [
    [translate('Account'), account?.known === true ? `${account.id} (${account.arn})` : (account?.message ?? unknown)],
    [translate('Region'), region ?? unknown],
    [translate('Event bus'), eventBusName ?? unknown],
    [translate('Address'), label],
  ];
  const { state } = preview;
  return (
    <div
      class="bjse-confirm"
      role="alertdialog"
      aria-labelledby="bjse-confirm-title"
      aria-describedby="bjse-confirm-facts"
    >
      <h3 class="bjse-heading" id="bjse-confirm-title">
        {translate('Send this event to AWS? Rules there will act on it.')}
      </h3>
      <dl id="bjse-confirm-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div class="bjse-actions">
        <button
          type="button"
          class="bjse-button bjse-button-primary"
          onClick={() => void testSend.confirm(state.status === 'ready' ? state.preview : undefined)}
        >
          {translate('Send to AWS')}
        </button>
        <button type="button" class="bjse-button" ref={cancel} onClick={() => testSend.cancel()}>
          {translate('Do not send')}
        </button>
      </div>
    </div>
  );
}
