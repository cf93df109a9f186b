/** Writes what the functions of FEEL tell of themselves. Part of `npm run generate`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { builtinsSource } from '../feel/test/builtins-source.ts';
import { root } from './project.ts';

const path = join(root, 'feel', 'src', 'builtins', 'info.generated.ts');
writeFileSync(path, await format(builtinsSource(), { ...(await resolveConfig(path)), filepath: path }));
