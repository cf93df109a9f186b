import type { HostEventBus } from '../host/bpmn-js.ts';

/** What a user types into; only where an entry has nothing of the kind, its button. */
const CONTROLS = ['.cm-content, input, textarea, select', 'button'];

/** The control of one of the host's entries. */
export function controlOf(entry: Element | null | undefined): HTMLElement | undefined {
  for (const selector of CONTROLS) {
    const found = entry?.querySelector<HTMLElement>(selector);
    if (found) return found;
  }
  return undefined;
}

/**
 * Opens the group of an entry and brings the focus to it.
 *
 * @param entryId asked for when the panel shows the element
 * @param otherwise called where the panel has no such entry
 */
export function revealEntry(eventBus: HostEventBus, entryId: () => string | undefined, otherwise?: () => void): void {
  // the properties panel renders a newly selected element a frame later
  afterRendering(() => {
    const id = entryId();
    if (id === undefined) {
      otherwise?.();
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
