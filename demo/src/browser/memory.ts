/** What the page remembers in this browser; nothing where it may not, as in a private window. */
export function recall(name: string): unknown {
  try {
    const text = localStorage.getItem(keyOf(name));
    return text === null ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

/** Remembers a value, or forgets it where it is undefined. False where the browser keeps nothing, or not so much. */
export function remember(name: string, value: unknown): boolean {
  try {
    if (value === undefined) localStorage.removeItem(keyOf(name));
    else localStorage.setItem(keyOf(name), JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

function keyOf(name: string): string {
  return `eventbridge-kit.${name}`;
}
