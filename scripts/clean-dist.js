/** Removes what build-package.ts put into the current package for the time of packing. */
import { rmSync } from 'node:fs';

for (const path of ['dist', 'LICENSE']) rmSync(path, { recursive: true, force: true });
