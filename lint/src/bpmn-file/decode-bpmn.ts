import type { BpmnProblem } from './problem.ts';

/** A file's text, ready for a parser of UTF-8, or why its bytes are none. */
export type DecodedBpmn =
  { readonly ok: true; readonly xml: string } | { readonly ok: false; readonly problem: BpmnProblem };

const LINE_FEED = 10;

/** Far more than an XML declaration takes. */
const DECLARATION_BYTES = 256;

const DECLARED = /^(<\?xml\s[^>]*?\bencoding\s*=\s*["'])([^"']*)(["'])/;

/** First bytes that tell an encoding: byte order marks, and `<?` in two bytes each without one. */
// https://www.w3.org/TR/xml/#sec-guessing
const FIRST_BYTES: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-16le', [0x3c, 0x00, 0x3f, 0x00]],
  ['utf-16be', [0x00, 0x3c, 0x00, 0x3f]],
];

/**
 * The text of a BPMN file, by its byte order mark, else by the encoding that its XML declaration names, else as UTF-8. A
 * byte that its encoding does not have is a problem with its line, never a replacement character. The text declares no
 * encoding but UTF-8, for it has none any more.
 */
export function decodeBpmn(bytes: Uint8Array): DecodedBpmn {
  const known = FIRST_BYTES.find(([, first]) => first.every((byte, index) => bytes[index] === byte))?.[0];
  const declared = DECLARED.exec(latin1(bytes.subarray(0, DECLARATION_BYTES)))?.[2];
  // a declaration that can be read byte by byte is not in UTF-16, whatever it says
  const encoding = known ?? (declared === undefined || /^utf-?16/i.test(declared) ? 'utf-8' : declared);
  const decode = decoderOf(encoding);
  if (!decode) {
    const message = `The file cannot be read: its first line names the encoding "${encoding}", which is not known. Save it as UTF-8.`;
    return { ok: false, problem: { message, line: 1 } };
  }
  const text = decode(bytes);
  if (text === undefined) return { ok: false, problem: damaged(bytes, encoding, decode) };
  return { ok: true, xml: text.replace(DECLARED, '$1UTF-8$3') };
}

type Decode = (bytes: Uint8Array) => string | undefined;

/** `undefined` for a label that no standard names. The function gives `undefined` for bytes that the encoding lacks. */
function decoderOf(encoding: string): Decode | undefined {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    return (bytes) => {
      try {
        return decoder.decode(bytes);
      } catch {
        return undefined;
      }
    };
  } catch {
    return undefined;
  }
}

function damaged(bytes: Uint8Array, encoding: string, decode: Decode): BpmnProblem {
  const name = encoding.toUpperCase();
  const message =
    `The file is not ${name}, as ${name === 'UTF-8' ? 'a file without another encoding in its first line' : 'its first line or its first bytes say'}: ` +
    `found bytes that ${name} does not have. Save the file as UTF-8, or name its encoding in the first line, for example encoding="ISO-8859-1".`;
  if (name.startsWith('UTF-16')) return { message };
  let line = 1;
  for (let start = 0; start <= bytes.length; line += 1) {
    const end = bytes.indexOf(LINE_FEED, start);
    const next = end < 0 ? bytes.length + 1 : end + 1;
    if (decode(bytes.subarray(start, next)) === undefined) return { message, line };
    start = next;
  }
  return { message };
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
