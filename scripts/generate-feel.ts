/** Writes what the functions of FEEL tell of themselves. Part of `npm run generate`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@eventbridge-kit/testkit/machine/project';
import { format, resolveConfig } from 'prettier';
import { describeBuiltins } from '../feel/src/builtins/table.ts';

const source = `// Generated from the functions themselves by \`npm run generate\`; a test fails when it is stale.
import type { BuiltinData } from './data.ts';

export const BUILTIN_DATA: Readonly<Record<string, BuiltinData>> = ${JSON.stringify(describeBuiltins())};
`;

const path = join(root, 'feel', 'src', 'builtins', 'info.generated.ts');
writeFileSync(path, await format(source, { ...(await resolveConfig(path)), filepath: path }));
