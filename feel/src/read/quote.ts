/** Signs that are written as an escape, unless a backslash stands before them. */
const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * The expression that the engine reads as a text: a string, or a sum of strings where a quote follows a backslash, which
 * no string of FEEL can hold.
 */
export function quoteFeel(text: string): string {
  const parts = text.split(/(?<=\\)(?=")/);
  return parts.map(quotePart).join(' + ');
}

function quotePart(part: string): string {
  const written = part.replace(/\\?[\n\r\t]|[\\"]/g, (sign) => {
    if (sign === '"' || sign === '\\') return `\\${sign}`;
    // Behind a backslash an escape is none: there the sign stands as it is.
    return sign.startsWith('\\') ? `\\\\${sign.slice(1)}` : (ESCAPES[sign] ?? sign);
  });
  return `"${written}"`;
}
