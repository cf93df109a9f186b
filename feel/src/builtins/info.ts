import type { ResultType } from './data.ts';
import { BUILTIN_DATA } from './info.generated.ts';

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

/** All functions that every expression can call, by group. */
export const BUILTINS: readonly BuiltinInfo[] = Object.entries(BUILTIN_DATA).map(([name, data]): BuiltinInfo => {
  const { group, signatures, takesMore, result, since } = data;
  const counts = signatures.map(({ length }) => length);
  return {
    name,
    signatures,
    minArgs: Math.min(...counts),
    ...(takesMore !== true && { maxArgs: Math.max(...counts) }),
    ...(result !== undefined && { result }),
    ...(since !== undefined && { since }),
    isDeprecated: DEPRECATED.has(name),
    link: `https://docs.camunda.io/docs/components/modeler/feel/builtin-functions/feel-built-in-functions-${group}/`,
  };
});

const byName = new Map(BUILTINS.map((builtin) => [builtin.name, builtin]));

/** What is told of a function; undefined where there is none of this name. */
export function builtinOf(name: string): BuiltinInfo | undefined {
  return byName.get(name);
}
