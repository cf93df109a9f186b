import { render } from '@bpmn-io/properties-panel/preact';
import { useEffect, useRef, useState } from '@bpmn-io/properties-panel/preact/hooks';
import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import type { Destination } from '@eventbridge-kit/event-job';
import { textOf } from '../host/moddle.ts';
import { LivePreview } from '../preview/live-preview.ts';
import { isStale, type Run } from '../test-send/session.ts';
import { PanelContext, useTools, type PanelHost } from './context.ts';
import { CloseIcon } from './icons.tsx';
import { PreviewView } from './preview-view.tsx';
import { Request } from './request.tsx';
import { Resizer } from './resizer.tsx';
import { Result } from './result.tsx';

export interface PanelHandle {
  /** Brings the focus into the panel. */
  focus(): void;
  unmount(): void;
}

/** Renders the panel into its place. */
export function mountPanel(host: PanelHost): PanelHandle {
  const { root } = host.place;
  const preview = new LivePreview(host.testSend, host.eventBus);
  render(
    <PanelContext.Provider value={{ ...host, preview }}>
      <Panel />
    </PanelContext.Provider>,
    root,
  );
  return {
    focus: () => root.querySelector<HTMLElement>('.bjse-panel')?.focus({ preventScroll: true }),
    unmount: () => {
      preview.dispose();
      render(null, root);
    },
  };
}

type View = 'preview' | 'sent';

/** Docked panel of one task: what a person writes on one side; on the other what would come of it, or what came of it. */
function Panel(): JSX.Element | null {
  const { testSend, place, translate } = useTools();
  useRedraw();
  const { element, session, task } = testSend;
  const isOutdated = session !== undefined && isStale(session, task);
  const [view, setView] = useView(element?.id, session?.run, isOutdated);
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
        <Views view={view} onView={setView} />
        <DestinationTag />
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
        <Request key={element.id} session={session} element={element} />
        {view === 'preview' ? (
          <PreviewView element={element} />
        ) : (
          <Result run={session.run} element={element} stale={isOutdated} />
        )}
      </div>
    </section>
  );
}

/**
 * What was sent is shown as soon as something is sent, or where it was sent before the panel was there, the preview again
 * as soon as something is changed.
 */
function useView(id: string | undefined, run: Run | undefined, isOutdated: boolean): [View, (view: View) => void] {
  const [view, setView] = useState<View>(() => viewOf(run, isOutdated));
  const seen = useRef({ id, run, isOutdated });
  useEffect(() => {
    const before = seen.current;
    seen.current = { id, run, isOutdated };
    if (before.id !== id || before.run !== run) setView(viewOf(run, isOutdated));
    else if (isOutdated && !before.isOutdated) setView('preview');
  }, [id, run, isOutdated]);
  return [view, setView];
}

function viewOf(run: Run | undefined, isOutdated: boolean): View {
  const isSent = run !== undefined && run.status !== 'none' && run.status !== 'asking';
  return isSent && !isOutdated ? 'sent' : 'preview';
}

function Views({ view, onView }: { readonly view: View; readonly onView: (view: View) => void }): JSX.Element {
  const { translate } = useTools();
  const labels: Readonly<Record<View, string>> = { preview: translate('Preview'), sent: translate('Last send') };
  return (
    <div class="bjse-views" role="group" aria-label={translate('Show')}>
      {(['preview', 'sent'] as const).map((one) => (
        <button key={one} type="button" class="bjse-filter" aria-pressed={view === one} onClick={() => onView(one)}>
          {labels[one]}
        </button>
      ))}
    </div>
  );
}

/** Draws again whenever something has changed. */
function useRedraw(): void {
  const { eventBus } = useTools();
  const [, setCount] = useState(0);
  useEffect(() => {
    const redraw = (): void => setCount((count) => count + 1);
    const events = ['eventBridgeTestSend.changed', 'eventBridgeTestSend.previewed'];
    eventBus.on(events, 1000, redraw);
    // what was fired before this was heard
    redraw();
    return () => events.forEach((event) => eventBus.off(event, redraw));
  }, [eventBus]);
}

/** Where the event goes, as the service last told: an AWS account stands out, the local bus does not. */
function DestinationTag(): JSX.Element | null {
  const { testSend, preview, translate } = useTools();
  const run = testSend.session?.run;
  const destination = tagged(run?.status === 'done' ? run.report.destination : undefined, preview.service);
  if (!destination) return null;
  return (
    <span class={`bjse-tag bjse-tag-${destination.kind}`} data-destination={destination.kind}>
      {destination.kind === 'aws' && <strong>{translate('AWS account')}</strong>} {destination.label}
    </span>
  );
}

function tagged(sent: Destination | undefined, service: LivePreview['service']): Destination | undefined {
  return service.status === 'known' ? service.told.destination : sent;
}
