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
