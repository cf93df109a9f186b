/** A function that FEEL can call. Its arguments are FEEL values; it returns one, or throws to make the evaluation fail. */
export interface FeelFunction {
  (...args: never[]): unknown;
  /** Names of the parameters. Without them the library reads the function's source text, which minifying changes. */
  readonly $args: readonly string[];
}

/** Functions by the name under which FEEL calls them; a name may hold spaces. */
export type FeelFunctions = Readonly<Record<string, FeelFunction>>;

/** A function with the parameter names that FEEL knows it by; a name that starts with `...` takes all the rest. */
export function feelFunction(parameters: readonly string[], body: (...args: never[]) => unknown): FeelFunction {
  return Object.assign((...args: never[]) => body(...args), { $args: parameters });
}
