import type { HostEventBus } from '../host/bpmn-js.ts';
import { controlOf } from './control.ts';

/** Opens the group of an entry and brings the focus to it. Its id is asked for when the panel shows the element. */
export function reveal(eventBus: HostEventBus, entryId: () => string | undefined): void {
  // the properties panel renders a newly selected element a frame later
  afterRendering(() => {
    const id = entryId();
    if (id === undefined) {
      document.querySelector<HTMLElement>('.bjse-task-issues button, .bjse-task-issues a')?.focus();
      return;
    }
    eventBus.fire('propertiesPanel.showEntry', { id });
    afterRendering(() => focusEntry(id));
  });
}

function afterRendering(then: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(then));
}

/** The panel's own event opens the group; it focuses only some kinds of entry. */
function focusEntry(id: string): void {
  const entry = document.querySelector<HTMLElement>(`[data-entry-id="${CSS.escape(id)}"]`);
  if (!entry || entry.contains(document.activeElement)) return;
  entry.scrollIntoView({ block: 'nearest' });
  controlOf(entry)?.focus();
}
