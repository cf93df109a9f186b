import { describeBuiltins } from '../src/builtins/table.ts';

/** Source of `src/builtins/info.generated.ts`. */
export function builtinsSource(): string {
  return `// Generated from the functions themselves by \`npm run generate\`; a test fails when it is stale.
import type { BuiltinData } from './data.ts';

export const BUILTIN_DATA: Readonly<Record<string, BuiltinData>> = ${JSON.stringify(describeBuiltins())};
`;
}
