/** Code points from one to another, both included. */
export type CodeRange = readonly [from: number, to: number];

const MAX_CODE_POINT = 0x10ffff;

const ASCII_LOWER: CodeRange = [0x61, 0x7a];
const ASCII_UPPER: CodeRange = [0x41, 0x5a];
const ASCII_DIGIT: CodeRange = [0x30, 0x39];
const HORIZONTAL: readonly CodeRange[] = [
  [0x09, 0x09],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x180e, 0x180e],
  [0x2000, 0x200a],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
];
const VERTICAL: readonly CodeRange[] = [
  [0x0a, 0x0d],
  [0x85, 0x85],
  [0x2028, 0x2029],
];
const SPACE: readonly CodeRange[] = [
  [0x09, 0x0d],
  [0x20, 0x20],
];

/** Line breaks as `.` and `$` know them. */
export const LINE_BREAKS: readonly CodeRange[] = [
  [0x0a, 0x0a],
  [0x0d, 0x0d],
  [0x85, 0x85],
  [0x2028, 0x2029],
];

// Java's classes: https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/regex/Pattern.html
const BY_LETTER: Readonly<Record<string, readonly CodeRange[]>> = {
  d: [ASCII_DIGIT],
  s: SPACE,
  w: [ASCII_DIGIT, ASCII_UPPER, [0x5f, 0x5f], ASCII_LOWER],
  h: HORIZONTAL,
  v: VERTICAL,
};

const BY_NAME: Readonly<Record<string, readonly CodeRange[]>> = {
  Lower: [ASCII_LOWER],
  Upper: [ASCII_UPPER],
  ASCII: [[0, 0x7f]],
  Alpha: [ASCII_UPPER, ASCII_LOWER],
  Digit: [ASCII_DIGIT],
  Alnum: [ASCII_DIGIT, ASCII_UPPER, ASCII_LOWER],
  Punct: [
    [0x21, 0x2f],
    [0x3a, 0x40],
    [0x5b, 0x60],
    [0x7b, 0x7e],
  ],
  Graph: [[0x21, 0x7e]],
  Print: [[0x20, 0x7e]],
  Blank: [
    [0x09, 0x09],
    [0x20, 0x20],
  ],
  Cntrl: [
    [0, 0x1f],
    [0x7f, 0x7f],
  ],
  XDigit: [ASCII_DIGIT, [0x41, 0x46], [0x61, 0x66]],
  Space: SPACE,
  IsWhite_Space: [
    [0x09, 0x0d],
    [0x20, 0x20],
    [0x85, 0x85],
    [0xa0, 0xa0],
    [0x1680, 0x1680],
    [0x2000, 0x200a],
    [0x2028, 0x2029],
    [0x202f, 0x202f],
    [0x205f, 0x205f],
    [0x3000, 0x3000],
  ],
};

/** The members of `\d`, `\s`, `\w`, `\h`, `\v`, or with a capital letter all others; undefined for another letter. */
export function classByLetter(letter: string): readonly CodeRange[] | undefined {
  const members = BY_LETTER[letter.toLowerCase()];
  return letter === letter.toLowerCase() ? members : members && complement(members);
}

/** Unicode's general categories, which both sides know by their letters. */
const CATEGORY =
  /^(?:Is|gc=|general_category=)?(L|Lu|Ll|Lt|Lm|Lo|M|Mn|Mc|Me|N|Nd|Nl|No|P|Pc|Pd|Ps|Pe|Pi|Pf|Po|S|Sm|Sc|Sk|So|Z|Zs|Zl|Zp|C|Cc|Cf|Co)$/;

const CATEGORY_NAMES: Readonly<Record<string, string>> = {
  IsLetter: 'L',
  IsDigit: 'Nd',
  IsControl: 'Cc',
  IsPunctuation: 'P',
  javaLetter: 'L',
  javaDigit: 'Nd',
};

const SCRIPT =
  /^(?:Is|script=|sc=)(Latin|Greek|Cyrillic|Han|Hiragana|Katakana|Hebrew|Arabic|Thai|Hangul|Armenian|Georgian|Devanagari)$/;

/** What stands in a class for `\p{name}`; undefined where it cannot be told. */
export function classByName(name: string, isNegated: boolean): string | undefined {
  const members = Object.hasOwn(BY_NAME, name) ? BY_NAME[name] : undefined;
  if (members) return rangesText(isNegated ? complement(members) : members);
  const category = CATEGORY.exec(name)?.[1] ?? CATEGORY_NAMES[name] ?? SCRIPT.exec(name)?.[1];
  return category === undefined ? undefined : `\\${isNegated ? 'P' : 'p'}{${category}}`;
}

export function complement(ranges: readonly CodeRange[]): readonly CodeRange[] {
  const others: CodeRange[] = [];
  let from = 0;
  for (const [start, end] of ranges) {
    if (start > from) others.push([from, start - 1]);
    from = end + 1;
  }
  if (from <= MAX_CODE_POINT) others.push([from, MAX_CODE_POINT]);
  return others;
}

/** Ranges as they stand between a class's brackets. */
export function rangesText(ranges: readonly CodeRange[]): string {
  return ranges.map(([from, to]) => (from === to ? codeText(from) : `${codeText(from)}-${codeText(to)}`)).join('');
}

export function codeText(code: number): string {
  return `\\x{${code.toString(16)}}`;
}
