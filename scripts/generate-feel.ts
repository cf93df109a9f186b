/** Writes what the functions of FEEL tell of themselves: their table, and its page in the README. Part of `npm run generate`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@eventbridge-kit/testkit/machine/project';
import { format, resolveConfig } from 'prettier';
import { describeBuiltins } from '../feel/src/builtins/table.ts';
import { withBuiltinsTable } from '@eventbridge-kit/testkit/feel/readme-tables';

const source = `// Generated from the functions themselves by \`npm run generate\`; a test fails when it is stale.
import type { BuiltinData } from './data.ts';

export const BUILTIN_DATA: Readonly<Record<string, BuiltinData>> = ${JSON.stringify(describeBuiltins())};
`;

async function write(path: string, text: string): Promise<void> {
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
}

const readme = join(root, 'feel', 'README.md');

await write(join(root, 'feel', 'src', 'builtins', 'info.generated.ts'), source);
await write(readme, withBuiltinsTable(readFileSync(readme, 'utf8')));
