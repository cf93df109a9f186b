import type { TestSendReport } from '@eventbridge-kit/event-job';
import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import { useTools } from './context.ts';

/** Where the event goes: an AWS account stands out, the local bus does not. */
export function Destination({ destination }: Pick<TestSendReport, 'destination'>): JSX.Element {
  const { translate } = useTools();
  return (
    <span class={`bjse-tag bjse-tag-${destination.kind}`} data-destination={destination.kind}>
      {destination.kind === 'aws' && <strong>{translate('AWS account')}</strong>} {destination.label}
    </span>
  );
}
