import { FeelContext, FeelFunction, type FeelValue } from '../values/value.ts';

/** Where names are looked up. The inner one is asked first. */
export interface Names {
  get(name: string): FeelValue | undefined;
  functions(name: string): readonly FeelFunction[];
}

/** Names within the names of another scope. */
export class Scope implements Names {
  readonly #outer: Names;
  readonly #inner: Names;

  constructor(outer: Names, inner: Names) {
    this.#outer = outer;
    this.#inner = inner;
  }

  get(name: string): FeelValue | undefined {
    const found = this.#inner.get(name);
    // Null is a value too, and hides what is outside.
    return found === undefined ? this.#outer.get(name) : found;
  }

  functions(name: string): readonly FeelFunction[] {
    const inner = this.#inner.functions(name);
    const outer = this.#outer.functions(name);
    return inner.length === 0 ? outer : [...inner, ...outer];
  }

  /** This scope with variables in it, the last of a name counts; a function among them can be read, not called. */
  withVariables(entries: readonly (readonly [string, FeelValue])[]): Scope {
    return new Scope(this, new Bindings(entries));
  }

  /** The same, where a function becomes one to call. */
  with(name: string, value: FeelValue): Scope {
    if (!(value instanceof FeelFunction)) return this.withVariables([[name, value]]);
    return new Scope(this, new FeelContext(new Map(), new Map([[name, [value]]])));
  }
}

const NO_FUNCTIONS: readonly FeelFunction[] = [];

/** A few variables: a loop makes them anew for each of its rounds. */
class Bindings implements Names {
  readonly #entries: readonly (readonly [string, FeelValue])[];

  constructor(entries: readonly (readonly [string, FeelValue])[]) {
    this.#entries = entries;
  }

  get(name: string): FeelValue | undefined {
    for (let at = this.#entries.length - 1; at >= 0; at -= 1) {
      const entry = this.#entries[at];
      if (entry?.[0] === name) return entry[1];
    }
    return undefined;
  }

  functions(): readonly FeelFunction[] {
    return NO_FUNCTIONS;
  }
}

/** The entries that a context literal has made so far; the later ones see them. */
export class Entries implements Names {
  readonly #values = new Map<string, FeelValue>();
  readonly #functions = new Map<string, FeelFunction[]>();

  get(name: string): FeelValue | undefined {
    return this.#values.get(name);
  }

  functions(name: string): readonly FeelFunction[] {
    return this.#functions.get(name) ?? [];
  }

  add(name: string, value: FeelValue): void {
    if (!(value instanceof FeelFunction)) this.#values.set(name, value);
    else this.#functions.set(name, [...this.functions(name), value]);
  }

  /** The entries as they are now: a function sees those that came before it. */
  soFar(): FeelContext {
    return new FeelContext(new Map(this.#values), new Map(this.#functions));
  }

  /** All entries; none may be added any more. */
  toContext(): FeelContext {
    return new FeelContext(this.#values, this.#functions);
  }
}
