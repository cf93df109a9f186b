/** Lines that must be equal, one after the other, for two places to count as copies. */
const MIN_LINES = 6;

export interface Text {
  readonly path: string;
  readonly text: string;
}

/** Two places with the same lines; `lines` of code, each place with its first line, counted from 1. */
export interface Copy {
  readonly lines: number;
  readonly first: { readonly path: string; readonly line: number };
  readonly second: { readonly path: string; readonly line: number };
}

interface Line {
  readonly path: string;
  readonly line: number;
  readonly code: string;
}

/**
 * Pairs of places with six or more equal lines of code. Indentation, empty lines, comments and imports count for nothing,
 * and six lines of closing brackets are no copy. A run that goes on counts once.
 */
export function copiesIn(texts: readonly Text[]): Copy[] {
  const all = texts.map(({ path, text }) => codeOf(path, text));
  const places = new Map<string, (readonly [file: number, at: number])[]>();
  const keyAt = (file: number, at: number): string | undefined => {
    const run = all[file]?.slice(at, at + MIN_LINES) ?? [];
    if (run.length < MIN_LINES || run.filter(({ code }) => /\w/.test(code)).length < MIN_LINES - 2) return undefined;
    return run.map(({ code }) => code).join('\n');
  };
  all.forEach((lines, file) =>
    lines.forEach((_, at) => {
      const key = keyAt(file, at);
      if (key !== undefined) places.set(key, [...(places.get(key) ?? []), [file, at]]);
    }),
  );
  const codeAt = (file: number, at: number): string | undefined => all[file]?.[at]?.code;
  const copies: Copy[] = [];
  for (const same of places.values()) {
    for (const [index, [file, at]] of same.entries()) {
      for (const [otherFile, otherAt] of same.slice(index + 1)) {
        const before = keyAt(file, at - 1);
        // The run began earlier: it has been counted there.
        if (at > 0 && otherAt > 0 && before !== undefined && before === keyAt(otherFile, otherAt - 1)) continue;
        // A repetition inside itself is one place.
        if (file === otherFile && otherAt - at < MIN_LINES) continue;
        let lines = MIN_LINES;
        for (;;) {
          const code = codeAt(file, at + lines);
          if (code === undefined || code !== codeAt(otherFile, otherAt + lines)) break;
          lines += 1;
        }
        const first = all[file]?.[at];
        const second = all[otherFile]?.[otherAt];
        if (first && second) copies.push({ lines, first: placeOf(first), second: placeOf(second) });
      }
    }
  }
  return copies.sort((one, other) => other.lines - one.lines);
}

function placeOf({ path, line }: Line): Copy['first'] {
  return { path, line };
}

function codeOf(path: string, text: string): Line[] {
  const withoutImports = text.replace(/^(?:import|export) [^;]*? from '[^']*'(?: with \{[^}]*\})?;$/gm, (found) =>
    found.replace(/[^\n]/g, ''),
  );
  return withoutImports.split('\n').flatMap((raw, index) => {
    const code = raw.trim();
    return code === '' || /^(?:\/\/|\/?\*)/.test(code) ? [] : [{ path, line: index + 1, code }];
  });
}
