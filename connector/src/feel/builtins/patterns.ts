import { FeelUnsupported } from '../signals.ts';

/** Most work of one match: the platform's matcher cannot be stopped. */
const MAX_MATCH_STEPS = 1e9;

/** Longest text for a pattern that repeats a repetition: its work may double with each character. */
const MAX_NESTED_LENGTH = 25;

// What the engine's platform knows and ours does not, or what means something else there: possessive quantifiers,
// inline flags, quotes, classes within classes, other escapes.
// https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/regex/Pattern.html
const FOREIGN = /[*+?}]\+|\(\?[a-zA-Z>-]|\\[^dDwWsStnrfbBpP\W]|\[[^\]]*(?:&&|\[)|\\p\{(?![LMNPSZ][a-z]?\})/;

const UNBOUNDED = /[*+]|\{\d+,\}/g;

/** A pattern ready to be used on a text; null when it is wrong. What cannot be told here is unsupported. */
export function matcherOf(pattern: string, flags: string, text: string): RegExp | null {
  if (FOREIGN.test(pattern))
    throw new FeelUnsupported('This pattern means something else in the engine, or is not known here.');
  if (pattern.includes('$') && /[\n\r\u0085\u2028\u2029]$/.test(text)) {
    throw new FeelUnsupported('Where a text ends that has a line end last is not known here.');
  }
  checkWork(pattern, text);
  const source = flags.includes('x') ? withoutBlanks(pattern) : pattern;
  // eslint-disable-next-line no-control-regex -- ASCII begins with the control characters
  if (flags.includes('i') && !/^[\u0000-\u007f]*$/.test(text + pattern)) {
    throw new FeelUnsupported('The case of letters beyond ASCII is told apart in another way in the engine.');
  }
  try {
    return new RegExp(source, `gu${flags.replace(/[^ims]/g, '').replace(/(.)(?=.*\1)/g, '')}`);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refuseLenient(source);
  }
}

/** What is right only to a lenient reader may be right in the engine. */
function refuseLenient(source: string): null {
  try {
    new RegExp(source);
  } catch {
    return null;
  }
  throw new FeelUnsupported('This pattern is read in another way here: escape the signs ] and }.');
}

function withoutBlanks(pattern: string): string {
  if (/[[#]/.test(pattern))
    throw new FeelUnsupported('A class or a comment in a pattern with the flag x is not known here.');
  return pattern.replace(/\s+/g, '');
}

/** Whether a group is repeated without a bound that can itself match in several ways. */
function repeatsChoices(pattern: string): boolean {
  const plain = pattern
    .replace(/\\[\s\S]/g, 'x')
    .replace(/\[[^\]]*\]/g, 'x')
    .replace(/\(\?(?:<?[:=!]|<\w+>)/g, '(');
  const opened: number[] = [];
  return Array.from(plain).some((sign, index) => {
    if (sign === '(') opened.push(index);
    if (sign !== ')') return false;
    const body = plain.slice(opened.pop() ?? 0, index);
    return /[|*+?{]/.test(body) && /^(?:[*+]|\{\d+,\})/.test(plain.slice(index + 1));
  });
}

function checkWork(pattern: string, text: string): void {
  const passes = (pattern.match(UNBOUNDED)?.length ?? 0) + (pattern.startsWith('^') ? 0 : 1);
  const isSlow = text.length > 100 && text.length ** passes > MAX_MATCH_STEPS;
  if (isSlow || (text.length > MAX_NESTED_LENGTH && repeatsChoices(pattern))) {
    throw new FeelUnsupported('A pattern with these repetitions may take too long for a text of this length.');
  }
}

/** A replacement in the words of the platform: `$0` and `${name}` are the engine's, `\\` takes a sign as it is. */
export function replacementOf(replacement: string, matcher: RegExp): string {
  const groups = (new RegExp(`${matcher.source}|`, matcher.flags).exec('')?.length ?? 1) - 1;
  const isForeign = /(?:^|[^\\])(?:\\\\)*(?:\$(?![\d{])|\\$)/.test(replacement);
  if (isForeign || [...replacement.matchAll(/\$(\d)/g)].some(([, digit]) => Number(digit) > groups)) {
    throw new FeelUnsupported('This replacement is not known here: escape the signs $ and \\.');
  }
  return replacement.replace(
    /\\([\s\S])|\$0|\$\{([A-Za-z][A-Za-z0-9]*)\}/g,
    (sign: string, escaped: string | undefined, name: string | undefined) => {
      if (name !== undefined) return `$<${name}>`;
      if (escaped === undefined) return sign === '$0' ? '$&' : sign;
      return escaped === '$' ? '$$' : escaped;
    },
  );
}
