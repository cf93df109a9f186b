import { useEffect, useState } from '@bpmn-io/properties-panel/preact/hooks';
import type { HostEvent, HostEventBus } from '../host/bpmn-js.ts';

/** Draws again when the issues of the diagram change, or only when those of one element do. */
export function useIssueChanges(eventBus: HostEventBus, concerns: (event: HostEvent) => boolean = () => true): void {
  const [, setCount] = useState(0);
  useEffect(() => {
    const redraw = (event: HostEvent): void => {
      if (concerns(event)) setCount((count) => count + 1);
    };
    eventBus.on('eventBridgeValidation.changed', 1000, redraw);
    return () => eventBus.off('eventBridgeValidation.changed', redraw);
  });
}
