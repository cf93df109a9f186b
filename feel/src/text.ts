/** Bytes that become one text at a time: the platform takes a limited number of arguments. */
const CHUNK = 8192;

export function toBase64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}

/** The text that base64 spells; undefined when it is none. Padding may be left out, white space may not stand in it. */
export function fromBase64(base64: string): string | undefined {
  const bare = base64.replace(/={1,2}$/, '');
  const isPadded = bare.length !== base64.length;
  if (!/^[A-Za-z0-9+/]*$/.test(bare) || bare.length % 4 === 1 || (isPadded && base64.length % 4 !== 0))
    return undefined;
  return new TextDecoder().decode(Uint8Array.from(atob(bare), (character) => character.charCodeAt(0)));
}
