import { useEffect, useRef, useState } from '@bpmn-io/properties-panel/preact/hooks';
import type { HostEvent, HostEventBus } from '../host/bpmn-js.ts';

/** Draws again when the issues of the diagram change, or only when those do that concern the caller. */
export function useIssueChanges(eventBus: HostEventBus, concerns: (event: HostEvent) => boolean = () => true): void {
  const [, setCount] = useState(0);
  // Listening once, whatever is drawn: a panel has dozens of fields, and draws them all with each edit.
  const latest = useRef(concerns);
  latest.current = concerns;
  useEffect(() => {
    const redraw = (event: HostEvent): void => {
      if (latest.current(event)) setCount((count) => count + 1);
    };
    eventBus.on('eventBridgeValidation.changed', 1000, redraw);
    return () => eventBus.off('eventBridgeValidation.changed', redraw);
  }, [eventBus]);
}
