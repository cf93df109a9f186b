import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import type { NamedPlace } from '@eventbridge-kit/event-job';
import { MAX_REQUEST_BYTES } from '@eventbridge-kit/eventbridge';
import { useTools } from './context.ts';
import { CopyButton } from './copy-button.tsx';
import { awsCliText, jsonText } from './copy-text.ts';
import { JsonView } from './json-view.tsx';
import { entryOf, type Told } from './report-view.ts';
import { Section } from './section.tsx';

interface EntryViewProps {
  readonly report: Pick<Told, 'steps'>;
  readonly place: NamedPlace;
}

/** The entry as AWS gets it, its detail made readable, with its size against the limit. */
export function EntryView({ report, place }: EntryViewProps): JSX.Element | null {
  const { translate } = useTools();
  const entry = entryOf(report);
  if (!entry) return null;
  const note = translate('{size} of {limit} bytes', {
    size: entry.sizeBytes.toLocaleString('en'),
    limit: MAX_REQUEST_BYTES.toLocaleString('en'),
  });
  return (
    <Section title={translate('Event entry')} note={note}>
      <div class="bjse-copies">
        <CopyButton label={translate('Copy as JSON')} text={() => jsonText(entry.raw)} />
        <CopyButton label={translate('Copy as AWS CLI')} text={() => awsCliText(entry.raw, place)} />
      </div>
      <JsonView value={entry.entry} />
    </Section>
  );
}
