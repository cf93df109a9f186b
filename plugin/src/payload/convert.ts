import { evaluateFeel } from '@eventbridge-kit/connector';
import { isJsonObject, parseJson, type Json } from '@eventbridge-kit/issue';
import { evaluateStaticText, quoteFeel, read, variablesOf, type FeelWorld } from 'camunda-feel';

/** The payload written the other way, or why it cannot be; the sentence is translated, its parts are not. */
export type Converted =
  | { readonly ok: true; readonly source: string }
  | { readonly ok: false; readonly message: string; readonly parts?: Readonly<Record<string, string>> };

/** Whether a payload is written in FEEL. */
export function isFeelSource(source: string): boolean {
  return source.startsWith('=');
}

/** What a job gets of static text: the engine reads FEEL's escapes in it. Undefined: it refuses the text. */
export function staticValue(source: string): string | undefined {
  const read = evaluateStaticText(source);
  return read.status === 'ok' && typeof read.value === 'string' ? read.value : undefined;
}

/** A string or a number of JSON text. */
const LEAF = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Writes a static payload as FEEL that gives the same value, laid out as it was. */
export function asFeel(source: string): Converted {
  const text = staticValue(source);
  const value = text === undefined ? undefined : parseJson(text);
  if (text === undefined || !isJsonObject(value))
    return { ok: false, message: 'The payload is no JSON object yet: mend it first.' };
  const feel = `=${text.replace(LEAF, leafAsFeel)}`;
  const result = evaluateFeel(feel, {}, NO_WORLD);
  if (result.status !== 'ok' || !isSame(result.value, value))
    return { ok: false, message: 'The payload has a text or a number that FEEL has no way to write.' };
  return { ok: true, source: feel };
}

function leafAsFeel(leaf: string): string {
  if (leaf.startsWith('"')) return quoteFeel(JSON.parse(leaf) as string); // a string of JSON text
  // FEEL has no exponents
  return /[eE]/.test(leaf)
    ? Number(leaf)
        .toFixed(20)
        .replace(/\.?0+$/, '')
    : leaf;
}

/** Writes a payload in FEEL as static JSON. Only a constant can be: anything else would freeze a value of today. */
export function asJson(source: string): Converted {
  const reading = read(source.slice(1));
  if (reading === undefined || 'problem' in reading)
    return { ok: false, message: 'The payload is no FEEL expression yet: mend it first.' };
  const names = variablesOf(reading.roots).map(({ name }) => name);
  if (names.length > 0) {
    return {
      ok: false,
      message: 'The payload reads {names}: only a payload without variables can be written as JSON.',
      parts: { names: names.join(', ') },
    };
  }
  const asked: string[] = [];
  const world: FeelWorld = {
    now: () => {
      asked.push('now');
      return NO_WORLD.now();
    },
    random: () => asked.push('random'),
    uuid: () => String(asked.push('uuid')),
  };
  const result = evaluateFeel(source, {}, world);
  if (asked.length > 0)
    return { ok: false, message: 'The payload has another value each time: it cannot be written as JSON.' };
  if (result.status !== 'ok' || !isJsonObject(result.value))
    return { ok: false, message: 'The payload gives no object: it cannot be written as JSON.' };
  const written = asStaticText(JSON.stringify(result.value, null, 2));
  const value = parseJson(staticValue(written) ?? '');
  return value !== undefined && isSame(value, result.value)
    ? { ok: true, source: written }
    : { ok: false, message: 'The payload has a text that static text cannot hold.' };
}

/** JSON text that the engine reads as it is: a backslash is escaped, and no static text can hold one before a quote. */
function asStaticText(json: string): string {
  return json
    .replace(/\\(.)/g, (escape, sign: string) => (sign === '"' ? String.raw`\u0022` : escape))
    .replaceAll('\\', '\\\\');
}

const NO_WORLD: FeelWorld = { now: () => ({ epochMs: 0 }), random: () => 0, uuid: () => '' };

function isSame(one: Json, other: Json): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
