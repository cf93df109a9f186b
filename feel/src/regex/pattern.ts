import type { Budget } from '../budget.ts';
import { Unknown } from '../signals.ts';
import { InvalidPattern, UnknownConstruct } from './cursor.ts';
import { translate, type Translated } from './translate.ts';

/**
 * What runs a translated pattern in linear time: the class `RE2JS` of the package `re2js`. It is handed in, so that a page
 * can load it when the first pattern comes.
 */
export interface PatternEngine {
  compile(source: string): CompiledPattern;
}

export interface CompiledPattern {
  programSize(): number;
  groupCount(): number;
  matcher(text: string): PatternMatcher;
}

export interface PatternMatcher {
  find(from?: number | null): boolean;
  start(): number;
  end(): number;
  group(name: number | string): string | null;
}

/** Instructions of a pattern that run over a character in one step of the budget. */
const INSTRUCTIONS_A_STEP = 8;

/** What it takes to read a pattern, and to make each of its instructions. */
const COMPILE_STEPS = 500;
const STEPS_AN_INSTRUCTION = 8;

/** Longest pattern, in UTF-16 units. */
const MAX_LENGTH = 2000;

export interface Match {
  readonly start: number;
  readonly end: number;
  /** Text of a group by its number or name; null where it took no part, undefined where there is none such. */
  group(name: number | string): string | null | undefined;
}

/** A pattern of java.util.regex, run in linear time. */
export class Pattern {
  readonly #translated: Translated;
  readonly #compiled: CompiledPattern;
  readonly #engine: PatternEngine;
  readonly #names: ReadonlySet<string>;

  private constructor(
    translated: Translated,
    compiled: CompiledPattern,
    engine: PatternEngine,
    names: ReadonlySet<string>,
  ) {
    this.#translated = translated;
    this.#compiled = compiled;
    this.#engine = engine;
    this.#names = names;
  }

  /**
   * Undefined for a pattern that Java refuses.
   *
   * @throws Unknown for one that cannot be told here
   */
  static compile(
    pattern: string,
    flags: string,
    engine: PatternEngine | undefined,
    budget: Budget,
  ): Pattern | undefined {
    budget.step(COMPILE_STEPS + pattern.length);
    const read = readPattern(pattern, flags, engine);
    if (read.status === 'invalid') return undefined;
    if (read.status === 'unknown') throw new Unknown(`The pattern has ${read.construct}, which is not known here.`);
    const { translated, compiled } = read;
    if (engine === undefined || compiled === undefined) throw new Unknown('Patterns are not run here.');
    budget.step(compiled.programSize() * STEPS_AN_INSTRUCTION);
    const names = pattern.matchAll(/\(\?<([A-Za-z][A-Za-z0-9]*)>/g);
    return new Pattern(translated, compiled, engine, new Set(Array.from(names, ([, name = '']) => name)));
  }

  /** Whether a text has a match anywhere. */
  test(text: string, budget: Budget): boolean {
    const { sourceBeforeBreak, endsAtBreak } = this.#translated;
    if (!endsAtBreak || !endsWithBreak(text)) return this.#find(text, budget, 0) !== undefined;
    if (sourceBeforeBreak === undefined) throw unknownEnd();
    this.#count(text, 0, budget);
    return this.#engine.compile(sourceBeforeBreak).matcher(text).find();
  }

  /** All matches, one after the other. */
  *matches(text: string, budget: Budget): Generator<Match> {
    if (this.#translated.endsAtBreak && endsWithBreak(text)) throw unknownEnd();
    for (let at = 0; at <= text.length;) {
      const match = this.#find(text, budget, at);
      if (match === undefined) return;
      yield match;
      at = match.end + Number(match.end === match.start);
    }
  }

  /** Whether what its groups hold is the same as in Java. */
  get knowsGroups(): boolean {
    return !this.#translated.repeatsEmpty;
  }

  get groups(): number {
    return this.#compiled.groupCount();
  }

  #find(text: string, budget: Budget, from: number): Match | undefined {
    this.#check(text);
    this.#count(text, from, budget);
    const matcher = this.#compiled.matcher(text);
    if (!matcher.find(from)) return undefined;
    return {
      start: matcher.start(),
      end: matcher.end(),
      group: (name) => {
        const isKnown = typeof name === 'string' ? this.#names.has(name) : name <= this.groups;
        return isKnown ? matcher.group(name) : undefined;
      },
    };
  }

  #count(text: string, from: number, budget: Budget): void {
    const work = (text.length - from + 1) * this.#compiled.programSize();
    budget.step(1 + Math.floor(work / INSTRUCTIONS_A_STEP));
  }

  /** Java knows more line breaks than re2, and re2 more letters in any case. */
  #check(text: string): void {
    const { perLine, ignoresCase } = this.#translated;
    if (perLine && /[\r\u0085\u2028\u2029]|\n$/.test(text)) {
      throw new Unknown('Which lines the pattern finds in this text is not known here.');
    }
    if (ignoresCase && /[\u017F\u212A]/.test(text)) throw new Unknown('The case of a letter is not known here.');
  }
}

export type PatternReading =
  | { readonly status: 'ok'; readonly translated: Translated; readonly compiled: CompiledPattern | undefined }
  /** Java refuses it. */
  | { readonly status: 'invalid' }
  /** It has a construct that takes more than linear time, or that cannot be told here. */
  | { readonly status: 'unknown'; readonly construct: string };

/** What can be said of a pattern without a text; it is compiled where there is an engine for it. */
export function readPattern(pattern: string, flags: string, engine: PatternEngine | undefined): PatternReading {
  if (pattern.length > MAX_LENGTH) return { status: 'unknown', construct: `more than ${MAX_LENGTH} characters` };
  try {
    const translated = translate(pattern, flags);
    return { status: 'ok', translated, compiled: engine?.compile(translated.source) };
  } catch (error) {
    if (error instanceof InvalidPattern) return { status: 'invalid' };
    if (error instanceof UnknownConstruct) return { status: 'unknown', construct: error.construct };
    if (error instanceof Error && error.name.startsWith('RE2JS')) {
      return { status: 'unknown', construct: error.message.replace('error parsing regexp: ', '') };
    }
    throw error;
  }
}

function endsWithBreak(text: string): boolean {
  return /[\n\r\u0085\u2028\u2029]$/.test(text);
}

function unknownEnd(): Unknown {
  return new Unknown('Where the pattern ends in a text that ends with a line break is not known here.');
}
