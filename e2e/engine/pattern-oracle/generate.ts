import type { PatternCase } from './ruler.ts';
import { BLOCKS, HIGHS, LOWS, NAMES, NUMBERS, OPERANDS, TEXTS, WILDCARD_PIECES, WRONG_BLOCKS } from './values.ts';

/** Levels of a generated pattern, and of an event that is made without one. */
const PATTERN_LEVELS = 3;
const EVENT_LEVELS = 4;

/** Share of match types that may be wrong: one refuses the whole pattern. */
const SHARE_OF_WRONG = 0.06;

const TEXT_OPERATORS = ['prefix', 'suffix', 'equals-ignore-case', 'wildcard'];
const OPERATORS = [...TEXT_OPERATORS, 'anything-but', 'numeric', 'cidr', 'exists', 'exactly', 'foo'];

/** Patterns, some of them wrong, and events, half of them made after the pattern; the same for the same seed. */
export function generatePatternCases(count: number, seed: number): PatternCase[] {
  const generator = new Generator(seed);
  return Array.from({ length: count }, () => generator.next());
}

class Generator {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  next(): PatternCase {
    const pattern = this.#pattern(PATTERN_LEVELS);
    return { pattern, event: this.#chance(0.5) ? this.#object(EVENT_LEVELS) : this.#eventAfter(pattern) };
  }

  /** A number from 0 up to 1, by Mulberry32. */
  #random(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  #chance(share: number): boolean {
    return this.#random() < share;
  }

  #pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.#random() * items.length)];
    if (item === undefined) throw new TypeError('There is nothing to pick.');
    return item;
  }

  #many(min: number, max: number, make: () => string): string[] {
    return Array.from({ length: min + Math.floor(this.#random() * (max - min + 1)) }, make);
  }

  #list(min: number, max: number, make: () => string): string {
    return `[${this.#many(min, max, make).join(',')}]`;
  }

  #members(min: number, max: number, make: () => string): string {
    return `{${this.#many(min, max, make).join(',')}}`;
  }

  #text(): string {
    return JSON.stringify(this.#pick(TEXTS));
  }

  #leaf(): string {
    const share = this.#random();
    if (share < 0.55) return this.#text();
    return share < 0.85 ? this.#pick(NUMBERS) : this.#pick(['null', 'true', 'false']);
  }

  #value(levels: number): string {
    const share = this.#random();
    if (levels <= 0 || share < 0.3) return this.#leaf();
    return share < 0.65 ? this.#object(levels) : this.#list(0, 3, () => this.#value(levels - 1));
  }

  #object(levels: number): string {
    return this.#members(0, 4, () => `${JSON.stringify(this.#pick(NAMES))}:${this.#value(levels - 1)}`);
  }

  /** The pattern itself with values that may fit in place of its match types. */
  #eventAfter(pattern: string): string {
    const event = pattern
      .replaceAll(/\{"(?:prefix|suffix|equals-ignore-case|anything-but|wildcard|exactly)":("(?:[^"\\]|\\.)*")\}/g, '$1')
      .replaceAll(/\{"numeric":\["[^"]*",([-0-9.eE]+)[^\]]*\]\}/g, '$1')
      .replaceAll(/\{"exists":(?:true|false)\}/g, () => this.#leaf())
      .replaceAll(/\{"cidr":"[^"]*"\}/g, () => this.#pick(['"10.0.0.1"', '"2001:db8::1"']));
    return event.startsWith('{') ? event : '{}';
  }

  #pattern(levels: number): string {
    return this.#members(this.#chance(0.01) ? 0 : 1, 3, () => {
      if (levels > 0 && this.#chance(0.15))
        return `"$or":${this.#list(this.#chance(0.03) ? 0 : 2, 3, () => this.#pattern(levels - 1))}`;
      const name = this.#chance(0.01) ? 'prefix' : this.#pick(NAMES);
      return `${JSON.stringify(name)}:${this.#field(levels)}`;
    });
  }

  #field(levels: number): string {
    if (levels > 0 && this.#chance(0.4)) return this.#pattern(levels - 1);
    if (this.#chance(0.01)) return this.#leaf();
    return this.#list(this.#chance(0.01) ? 0 : 1, 3, () => (this.#chance(0.45) ? this.#leaf() : this.#matchType()));
  }

  #matchType(): string {
    const text = (name: string): string => `{"${name}":${this.#text()}}`;
    const number = (): string => this.#pick(this.#chance(SHARE_OF_WRONG) ? NUMBERS : OPERANDS);
    const wild = (): string => {
      const made = this.#many(1, this.#chance(0.05) ? 20 : 6, () => this.#pick(WILDCARD_PIECES)).join('');
      return JSON.stringify(
        this.#chance(SHARE_OF_WRONG) ? `${made}${String.raw`**\a`}` : made.replaceAll(/(?<!\\)\*+/g, '*'),
      );
    };
    const wrong = [
      () => this.#wrongMatchType(),
      () => `{"numeric":["${this.#pick(['<', '>'])}",${number()},"${this.#pick(['<', '>'])}",${number()}]}`,
    ];
    const makers: (() => string)[] = [
      () => text('prefix'),
      () => text('suffix'),
      () => text('equals-ignore-case'),
      () => text('exactly'),
      () => text('anything-but'),
      () => `{"wildcard":${wild()}}`,
      () => `{"${this.#pick(['prefix', 'suffix'])}":${text('equals-ignore-case')}}`,
      () => `{"anything-but":${number()}}`,
      () => `{"anything-but":${this.#list(1, 3, this.#chance(0.5) ? () => this.#text() : number)}}`,
      () => `{"anything-but":{"${this.#pick(TEXT_OPERATORS)}":${this.#chance(0.5) ? wild() : this.#text()}}}`,
      () => `{"anything-but":{"${this.#pick(TEXT_OPERATORS)}":${this.#list(1, 3, () => this.#text())}}}`,
      () => `{"numeric":["${this.#pick(['=', '<', '<=', '>', '>='])}",${number()}]}`,
      () =>
        `{"numeric":["${this.#pick(['>', '>='])}",${this.#pick(LOWS)},"${this.#pick(['<', '<='])}",${this.#pick(HIGHS)}]}`,
      () => `{"cidr":${JSON.stringify(this.#pick(this.#chance(SHARE_OF_WRONG) ? WRONG_BLOCKS : BLOCKS))}}`,
      () => `{"exists":${this.#pick(['true', 'false', 'false'])}}`,
      () => (this.#chance(SHARE_OF_WRONG) ? this.#pick(wrong)() : this.#leaf()),
    ];
    return this.#pick(makers)();
  }

  #wrongMatchType(): string {
    const argument = (): string =>
      this.#pick([
        () => this.#leaf(),
        () => this.#list(0, 3, () => this.#leaf()),
        () => this.#members(0, 2, () => `"${this.#pick(TEXT_OPERATORS)}":${this.#leaf()}`),
      ])();
    return this.#members(0, 2, () => `"${this.#pick(OPERATORS)}":${argument()}`);
  }
}
