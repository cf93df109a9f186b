import { render } from '@bpmn-io/properties-panel/preact';
import { useEffect, useState } from '@bpmn-io/properties-panel/preact/hooks';
import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import type { TestSendReport } from '@eventbridge-kit/event-job';
import { textOf } from '../host/moddle.ts';
import { isStale } from '../test-send/session.ts';
import { PanelContext, useTools, type PanelTools } from './context.ts';
import { CloseIcon } from './icons.tsx';
import { Request } from './request.tsx';
import { Resizer } from './resizer.tsx';
import { Result } from './result.tsx';

export interface PanelHandle {
  /** Brings the focus into the panel. */
  focus(): void;
  unmount(): void;
}

/** Renders the panel into its place. */
export function mountPanel(tools: PanelTools): PanelHandle {
  const { root } = tools.place;
  render(
    <PanelContext.Provider value={tools}>
      <Panel />
    </PanelContext.Provider>,
    root,
  );
  return {
    focus: () => root.querySelector<HTMLElement>('.bjse-panel')?.focus({ preventScroll: true }),
    unmount: () => render(null, root),
  };
}

/** Docked panel of one task: sample variables on one side, what the last run gave on the other. */
function Panel(): JSX.Element | null {
  const { testSend, place, translate } = useTools();
  useRedraw();
  const { element, session, task } = testSend;
  if (!element || !session) return null;
  const name = textOf(element.businessObject, 'name')?.trim();
  const closeOnEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.stopPropagation();
    testSend.close();
  };
  return (
    <section
      class="bjse-panel"
      aria-labelledby="bjse-title"
      tabIndex={-1}
      onKeyDown={closeOnEscape}
      data-element-id={element.id}
    >
      {place.edge && <Resizer edge={place.edge} />}
      <header class="bjse-header">
        <span class="bjse-event-icon" />
        <h2 class="bjse-title" id="bjse-title">
          {translate(testSend.label)}
        </h2>
        <span class="bjse-subject" title={element.id}>
          {name === undefined || name === '' ? element.id : name}
        </span>
        {session.run.status === 'done' && <Destination destination={session.run.report.destination} />}
        <button
          type="button"
          class="bjse-icon-button"
          aria-label={translate('Close test send')}
          title={translate('Close (Escape)')}
          onClick={() => testSend.close()}
        >
          <CloseIcon />
        </button>
      </header>
      <div class="bjse-body">
        <Request key={element.id} session={session} />
        <Result run={session.run} element={element} stale={isStale(session, task)} />
      </div>
    </section>
  );
}

/** Draws again whenever the service says that something has changed. */
function useRedraw(): void {
  const { eventBus } = useTools();
  const [, setCount] = useState(0);
  useEffect(() => {
    const redraw = (): void => setCount((count) => count + 1);
    eventBus.on('eventBridgeTestSend.changed', 1000, redraw);
    return () => eventBus.off('eventBridgeTestSend.changed', redraw);
  }, [eventBus]);
}

/** Where the event goes: an AWS account stands out, the local bus does not. */
function Destination({ destination }: Pick<TestSendReport, 'destination'>): JSX.Element {
  const { translate } = useTools();
  return (
    <span class={`bjse-tag bjse-tag-${destination.kind}`} data-destination={destination.kind}>
      {destination.kind === 'aws' && <strong>{translate('AWS account')}</strong>} {destination.label}
    </span>
  );
}
