/** Removes the current package's `dist/` after packing, see build-package.ts. */
import { rmSync } from 'node:fs';

rmSync('dist', { recursive: true, force: true });
