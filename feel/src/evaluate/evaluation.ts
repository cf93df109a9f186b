import type { TextRange } from '../syntax/node.ts';
import { FeelDateTime } from '../values/temporal.ts';
import { parseOffset, parseRegion, UTC } from '../values/zone.ts';
import { FeelError } from '../values/value.ts';
import type { FeelWarning, WarningKind } from '../warning.ts';
import type { FeelWorld } from '../world.ts';
import { Pattern, type PatternEngine } from '../regex/pattern.ts';
import type { Budget } from '../budget.ts';

/** What one evaluation carries: nothing of it outlives it. */
export class Evaluation {
  readonly budget: Budget;
  readonly world: FeelWorld;
  readonly #engine: PatternEngine | undefined;
  readonly #warnings = new Map<string, FeelWarning>();
  readonly #patterns = new Map<string, Pattern | undefined>();

  constructor(budget: Budget, world: FeelWorld, engine: PatternEngine | undefined) {
    this.budget = budget;
    this.world = world;
    this.#engine = engine;
  }

  /** Each kind once for each place and name, however often a loop comes by. */
  get warnings(): readonly FeelWarning[] {
    return [...this.#warnings.values()];
  }

  warn(kind: WarningKind, message: string, { from, to }: TextRange, name?: string): FeelError {
    const key = `${kind} ${from} ${to} ${name ?? ''}`;
    if (!this.#warnings.has(key)) {
      this.#warnings.set(key, { kind, message, from, to, ...(name !== undefined && { name }) });
    }
    return new FeelError(message);
  }

  /** A compiled pattern, for as long as this evaluation lasts; undefined for one that the engine refuses. */
  pattern(pattern: string, flags: string): Pattern | undefined {
    const key = `${flags}/${pattern}`;
    if (!this.#patterns.has(key)) this.#patterns.set(key, Pattern.compile(pattern, flags, this.#engine, this.budget));
    return this.#patterns.get(key);
  }

  now(): FeelDateTime {
    const { epochMs, zone = 'Z' } = this.world.now();
    const place = parseOffset(zone) ?? parseRegion(zone) ?? UTC;
    return FeelDateTime.at(BigInt(Math.trunc(epochMs)) * 1_000_000n, place);
  }
}
