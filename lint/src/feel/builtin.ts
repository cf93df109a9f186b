import { BUILTINS } from './builtins.generated.ts';
import { parseEngineVersion, type EngineVersion } from '../model/engine-version.ts';
import type { FeelType } from './feel-type.ts';

/** A function that every FEEL expression of Camunda can call. */
export interface Builtin {
  readonly name: string;
  readonly minArgs: number;
  /** Absent where any number may follow. */
  readonly maxArgs?: number;
  /** Type of the result, which may be null too; absent where it may be any. */
  readonly returns?: FeelType;
  /** First engine that has it; absent where every one does. */
  readonly since?: EngineVersion;
}

/** The builtin of this name; undefined where Camunda has none. */
export function builtinOf(name: string): Builtin | undefined {
  const row = Object.hasOwn(BUILTINS, name) ? BUILTINS[name] : undefined;
  if (row === undefined) return undefined;
  const [minArgs, maxArgs, returns, engine] = row;
  const since = parseEngineVersion(engine);
  return {
    name,
    minArgs,
    ...(maxArgs !== null && { maxArgs }),
    ...(returns !== null && { returns }),
    ...(since && { since }),
  };
}

export const BUILTIN_NAMES: readonly string[] = Object.keys(BUILTINS);
