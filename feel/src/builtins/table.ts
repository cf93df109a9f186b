import type { Evaluation } from '../evaluate/evaluation.ts';
import type { Names } from '../evaluate/scope.ts';
import { Unknown } from '../signals.ts';
import type { FeelFunction } from '../values/value.ts';
import { CONTEXTS } from './contexts.ts';
import { CONVERSIONS } from './conversions.ts';
import { DATES } from './dates.ts';
import { any, bind, on, type Builtins, type Overload, type ResultType } from './define.ts';
import { LISTS } from './lists.ts';
import { LOGIC } from './logic.ts';
import { NUMBERS } from './numbers.ts';
import { PATTERNS } from './patterns.ts';
import { RANGES } from './ranges.ts';
import { STRINGS } from './strings.ts';

const AI_PARAMETERS = ['value', 'description', 'type', 'schema', 'options'];

/** Functions of Camunda's engine besides those of its FEEL library. */
// https://docs.camunda.io/docs/components/modeler/feel/builtin-functions/feel-built-in-functions-miscellaneous/
const MISCELLANEOUS: Builtins = {
  fromAi: {
    overloads: AI_PARAMETERS.map((_last, index) => on(AI_PARAMETERS.slice(0, index + 1), [any], ([value]) => value)),
    since: '8.8',
  },
};

const GROUPS: Readonly<Record<string, Builtins>> = {
  boolean: LOGIC,
  conversion: CONVERSIONS,
  context: CONTEXTS,
  list: LISTS,
  numeric: NUMBERS,
  string: { ...STRINGS, ...PATTERNS },
  range: RANGES,
  temporal: DATES,
  miscellaneous: MISCELLANEOUS,
};

/** Old names that the engine still has, and its documentation has no more. */
const DEPRECATED = new Set(['and', 'or', 'put', 'put all']);

/** What is told of a function that every expression can call. */
export interface BuiltinInfo {
  readonly name: string;
  /** Parameters of each way to call it, in order. */
  readonly signatures: readonly (readonly string[])[];
  readonly minArgs: number;
  /** Absent where any number may follow. */
  readonly maxArgs?: number;
  /** Type of the result, which may be null too; absent where it may be any. */
  readonly result?: ResultType;
  /** First version of Camunda that has it, for example `8.6`; absent where all of Camunda 8 do. */
  readonly since?: string;
  readonly isDeprecated: boolean;
  readonly link: string;
}

const TABLE: ReadonlyMap<string, readonly Overload[]> = new Map(
  Object.values(GROUPS).flatMap((group) => Object.entries(group).map(([name, { overloads }]) => [name, overloads])),
);

/** All functions that every expression can call, by group. */
export const BUILTINS: readonly BuiltinInfo[] = Object.entries(GROUPS).flatMap(([group, builtins]) =>
  Object.entries(builtins).map(([name, { overloads, result, since }]): BuiltinInfo => {
    const counts = overloads.map(({ parameters }) => parameters.length);
    const takesMore = overloads.some((overload) => overload.takesMore === true);
    return {
      name,
      signatures: overloads.map(({ parameters }) => parameters),
      minArgs: Math.min(...counts),
      ...(!takesMore && { maxArgs: Math.max(...counts) }),
      ...(result !== undefined && { result }),
      ...(since !== undefined && { since }),
      isDeprecated: DEPRECATED.has(name),
      link: `https://docs.camunda.io/docs/components/modeler/feel/builtin-functions/feel-built-in-functions-${group}/`,
    };
  }),
);

const byName = new Map(BUILTINS.map((info) => [info.name, info]));

/** What is told of a function; undefined where there is none of this name. */
export function builtinOf(name: string): BuiltinInfo | undefined {
  return byName.get(name);
}

/** Functions of the engine for timers alone, whose results are not told here. */
const UNTOLD = new Set(['cycle']);

/** The builtins as names of one evaluation. */
export class BuiltinNames implements Names {
  readonly #evaluation: Evaluation;
  readonly #bound = new Map<string, readonly FeelFunction[]>();

  constructor(evaluation: Evaluation) {
    this.#evaluation = evaluation;
  }

  get(): undefined {
    return undefined;
  }

  functions(name: string): readonly FeelFunction[] {
    const known = this.#bound.get(name);
    if (known !== undefined) return known;
    if (UNTOLD.has(name)) throw new Unknown(`The function ${name} is not known here.`);
    const functions = (TABLE.get(name) ?? []).map((overload) => bind(overload, this.#evaluation));
    this.#bound.set(name, functions);
    return functions;
  }
}
