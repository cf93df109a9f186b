import { LruMap } from '@eventbridge-kit/issue';

/** A reference to a secret in a text. */
export interface Placeholder {
  readonly name: string;
  /** `braces`: `{{secrets.NAME}}`; `bare`: the deprecated `secrets.NAME`. */
  readonly form: 'braces' | 'bare';
  /** Offsets in UTF-16 units, `to` excluded. */
  readonly from: number;
  readonly to: number;
}

/** What every reference has. */
export const PLACEHOLDER_START = 'secrets.';

// The bare form is deprecated, and its names are narrower. After a dot or a word it is something else:
// `camunda.secrets.X` is the engine's own.
// https://docs.camunda.io/docs/components/connectors/use-connectors/#using-secrets
const BARE_NAME = /[a-zA-Z0-9]+(?:[/._-][a-zA-Z0-9]+)*/y;
const NOT_BEFORE_BARE = /[\w.$-]/;

const BLANK = /\s/;
const BLANKS = /\s*/y;
const NO_BLANKS = /\S*/y;

/**
 * The references to secrets in a text. Between braces the name is all that stands there, any text without blanks, as
 * Camunda's runtime reads it; what is opened by braces is never read as a bare reference too. Takes time with the length
 * of the text, whatever it is: `hold` keeps what one reading looked for until a later one has passed it.
 */
// https://docs.camunda.io/docs/components/connectors/use-connectors/#using-secrets
export function readPlaceholders(text: string): Placeholder[] {
  const found: Placeholder[] = [];
  const closing = hold((at) => indexOrEnd(text, '}}', at));
  const word = hold((at) => endOf(NO_BLANKS, text, at));
  const gap = hold((at) => endOf(BLANKS, text, at));
  let from = text.indexOf(PLACEHOLDER_START);
  while (from >= 0) {
    const name = from + PLACEHOLDER_START.length;
    const opening = openingBefore(text, from);
    const placeholder = opening === undefined ? readBare(text, from) : readBraced(opening, name);
    if (placeholder !== undefined) found.push(placeholder);
    from = text.indexOf(PLACEHOLDER_START, placeholder?.to ?? name);
  }
  return found;

  function readBraced(opening: number, name: number): Placeholder | undefined {
    const close = closing(name + 1);
    if (close === text.length) return undefined;
    const end = Math.min(word(name), close);
    if (end === name || (end < close && gap(end) < close)) return undefined;
    return { name: text.slice(name, end), form: 'braces', from: opening, to: close + 2 };
  }
}

/** Where the braces stand that open a reference; undefined where none do. */
function openingBefore(text: string, start: number): number | undefined {
  let at = start;
  while (at > 0 && BLANK.test(text[at - 1] ?? '')) at -= 1;
  return text.startsWith('{{', at - 2) && at >= 2 ? at - 2 : undefined;
}

function readBare(text: string, from: number): Placeholder | undefined {
  if (from > 0 && NOT_BEFORE_BARE.test(text[from - 1] ?? '')) return undefined;
  const name = from + PLACEHOLDER_START.length;
  const to = endOf(BARE_NAME, text, name);
  return to === name ? undefined : { name: text.slice(name, to), form: 'bare', from, to };
}

/** Where a match that begins at this place ends; the place itself where there is none. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function indexOrEnd(text: string, part: string, at: number): number {
  const index = text.indexOf(part, at);
  return index < 0 ? text.length : index;
}

/** Keeps an answer for every place up to it: what comes next after an earlier place comes next after this one too. */
function hold(find: (at: number) => number): (at: number) => number {
  let asked = 0;
  let answer = -1;
  return (at) => {
    if (at < asked || at > answer) {
      asked = at;
      answer = find(at);
    }
    return answer;
  };
}

/** Of short texts: a task's fields have the same ones in job after job. */
const known = new LruMap<string, readonly Placeholder[]>(200);
const MAX_KNOWN_LENGTH = 200;

function placeholdersOf(text: string): readonly Placeholder[] {
  return text.length > MAX_KNOWN_LENGTH ? readPlaceholders(text) : known.getOrMake(text, () => readPlaceholders(text));
}

/** Replaces each reference to a secret in a text by what `replace` gives for its name. */
export function replacePlaceholders(text: string, replace: (name: string, placeholder: string) => string): string {
  let replaced = '';
  let end = 0;
  for (const { name, from, to } of placeholdersOf(text)) {
    replaced += text.slice(end, from) + replace(name, text.slice(from, to));
    end = to;
  }
  return replaced + text.slice(end);
}

/** The names of the secrets that a text asks for. */
export function placeholderNames(text: string): string[] {
  return readPlaceholders(text).map(({ name }) => name);
}
