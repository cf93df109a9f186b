import { thrownText } from '@eventbridge-kit/issue';
import { useEffect, useState } from '@bpmn-io/properties-panel/preact/hooks';
import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import type { ValidationTools } from './services.ts';

type Failure = ValidationTools['validation']['failure'];

/** Why the rules could not be loaded, kept up to date; nothing where they are there, or still to come. */
export function useRulesFailure({ validation, eventBus }: ValidationTools): Failure {
  const [failure, setFailure] = useState<Failure>(validation.failure);
  useEffect(() => {
    const update = (): void => setFailure(validation.failure);
    const events = ['eventBridgeValidation.failed', 'eventBridgeValidation.settled'];
    for (const event of events) eventBus.on(event, 1000, update);
    return () => events.forEach((event) => eventBus.off(event, update));
  }, [validation, eventBus]);
  return failure;
}

interface RulesFailureProps {
  readonly failure: NonNullable<Failure>;
  readonly tools: ValidationTools;
}

/** Stands in the place of the problems: without the rules nobody knows whether there are some. */
export function RulesFailure({ failure, tools: { validation, translate } }: RulesFailureProps): JSX.Element {
  const { error } = failure;
  return (
    <div class="bjse-rules-failure" role="alert">
      <p>
        {translate('The rules could not be loaded, so nothing is checked: {reason}', {
          reason: thrownText(error),
        })}
      </p>
      <button type="button" class="bjse-button" onClick={() => validation.retry()}>
        {translate('Try again')}
      </button>
    </div>
  );
}
