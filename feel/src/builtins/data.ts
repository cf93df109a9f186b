/** Types by which a function's result can be told apart; null besides. */
export type ResultType = 'boolean' | 'string' | 'number' | 'context' | 'list' | 'temporal';

/** What the functions themselves tell: who only reads expressions needs no more, and loads no more. */
export interface BuiltinData {
  readonly group: string;
  readonly signatures: readonly (readonly string[])[];
  /** The last parameter takes all arguments that are left. */
  readonly takesMore?: true;
  readonly result?: ResultType;
  readonly since?: string;
}
