import type { TestSendReport } from '@eventbridge-kit/connector';
import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import { useTools } from './context.ts';

/** Where the event goes: an AWS account stands out, the local bus does not. */
export function Destination({ destination }: Pick<TestSendReport, 'destination'>): JSX.Element {
  const { translate } = useTools();
  const kind = { aws: translate('AWS account'), local: translate('Local bus') }[destination.kind];
  return (
    <span class={`bjse-tag bjse-tag-${destination.kind}`} data-destination={destination.kind}>
      <strong>{kind}</strong> {destination.label}
    </span>
  );
}
