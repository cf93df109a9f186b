/** The texts under which a secret may turn up: as it is, escaped for JSON, encoded for a URL, in base64. */
export function formsOf(value: string): string[] {
  return [value, ...jsonForms(value), ...urlForms(value), ...base64Forms(value)];
}

/** JSON within JSON escapes twice: an event's detail is JSON text in a JSON request. */
function jsonForms(value: string): string[] {
  const once = JSON.stringify(value).slice(1, -1);
  return [once, JSON.stringify(once).slice(1, -1), once.replaceAll('/', '\\/')];
}

function urlForms(value: string): string[] {
  const component = encodeURIComponent(value.replaceAll(/\p{Cs}/gu, '\uFFFD'));
  // What encodeURIComponent leaves and RFC 3986 reserves: https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/encodeURIComponent#encoding_for_rfc3986
  const strict = component.replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const lower = (text: string): string => text.replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
  const encoded = [component, strict, component.replaceAll('%20', '+'), strict.replaceAll('%20', '+')];
  return [...encoded, ...encoded.map(lower)];
}

/**
 * A secret inside a longer text, such as `user:secret`, starts at one of three offsets of a base64 group. For each, the
 * symbols that depend on the secret alone.
 */
function base64Forms(value: string): string[] {
  const bytes = new TextEncoder().encode(value);
  const cores = [0, 1, 2].map((offset) => {
    const shifted = new Uint8Array(bytes.length + offset);
    shifted.set(bytes, offset);
    const first = Math.ceil((offset * 8) / 6);
    const last = Math.floor((shifted.length * 8) / 6);
    return toBase64(shifted).slice(first, last);
  });
  return [toBase64(bytes), ...cores].flatMap((text) => [text, text.replaceAll('+', '-').replaceAll('/', '_')]);
}

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
