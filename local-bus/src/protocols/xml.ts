/** XML elements of an answer's members: an object becomes nested elements. */
export function toXml(members: Readonly<Record<string, unknown>>): string {
  return Object.entries(members)
    .map(
      ([name, value]) =>
        `<${name}>${typeof value === 'object' && value !== null ? toXml(value as Record<string, unknown>) : escapeXml(String(value))}</${name}>`,
    )
    .join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Control characters have no place in XML, escaped or not. */
function escapeXml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (char) => ENTITIES[char] ?? char).replaceAll(/[^\t\n\r\P{Cc}]/gu, ' ');
}
