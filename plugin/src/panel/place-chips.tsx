import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import { secretNamesOf } from '@eventbridge-kit/connector';
import type { NamedPlace } from '@eventbridge-kit/event-job';
import { useTools } from './context.ts';

/** Where the event goes, and the secrets that the task names: their values are never here, only whether they are known. */
export function PlaceChips({ place }: { readonly place: NamedPlace }): JSX.Element {
  const { testSend, translate } = useTools();
  const names = [...secretNamesOf(testSend.task?.inputs ?? [])];
  const facts: readonly (readonly [string, string | undefined])[] = [
    [translate('Region'), place.region],
    [translate('Event bus'), place.eventBusName],
    [translate('Endpoint'), place.endpoint],
  ];
  return (
    <ul class="bjse-chips" aria-label={translate('Target and secrets')}>
      {facts.map(
        ([label, value]) =>
          value !== undefined && (
            <li key={label} class="bjse-chip">
              <span class="bjse-note">{label}</span> {value}
            </li>
          ),
      )}
      {names.map((name) => (
        <SecretChip key={name} name={name} />
      ))}
    </ul>
  );
}

function SecretChip({ name }: { readonly name: string }): JSX.Element {
  const { preview, translate } = useTools();
  const known =
    preview.service.status === 'known'
      ? preview.service.told.secrets.find((secret) => secret.name === name)?.known
      : undefined;
  const status = known === undefined ? 'unasked' : known ? 'known' : 'missing';
  const labels = {
    known: translate('known'),
    missing: translate('not known'),
    unasked: translate('not asked'),
  };
  const titles = {
    known: translate('The test send service has a secret of this name. Its value never comes here.'),
    missing: translate('The test send service has no secret of this name: start it with one.'),
    unasked:
      preview.service.status === 'failed'
        ? translate('The test send service cannot be asked: {message}', { message: preview.service.message })
        : translate('Whether a secret of this name is known is for the service or the worker to say.'),
  };
  return (
    <li class={`bjse-chip bjse-chip-${status}`} data-secret={name} data-status={status} title={titles[status]}>
      <span class="bjse-note">{translate('Secret')}</span> {name} <em>{labels[status]}</em>
    </li>
  );
}
