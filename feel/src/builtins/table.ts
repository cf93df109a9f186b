import type { Evaluation } from '../evaluate/evaluation.ts';
import type { Names } from '../evaluate/scope.ts';
import { Unknown } from '../signals.ts';
import type { FeelFunction } from '../values/value.ts';
import { CONTEXTS } from './contexts.ts';
import { CONVERSIONS } from './conversions.ts';
import { DATES } from './dates.ts';
import { any, bind, on, type Builtins, type Overload } from './define.ts';
import type { BuiltinData } from './data.ts';
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

const TABLE: ReadonlyMap<string, readonly Overload[]> = new Map(
  Object.values(GROUPS).flatMap((group) => Object.entries(group).map(([name, { overloads }]) => [name, overloads])),
);

/** What `info.generated.ts` says of the functions, by name; `npm run generate` writes it anew. */
export function describeBuiltins(): Readonly<Record<string, BuiltinData>> {
  const described = Object.entries(GROUPS).flatMap(([group, builtins]) =>
    Object.entries(builtins).map(([name, { overloads, result, since }]): [string, BuiltinData] => [
      name,
      {
        group,
        signatures: overloads.map(({ parameters }) => parameters),
        ...(overloads.some(({ takesMore }) => takesMore === true) && { takesMore: true }),
        ...(result !== undefined && { result }),
        ...(since !== undefined && { since }),
      },
    ]),
  );
  return Object.fromEntries(described);
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
