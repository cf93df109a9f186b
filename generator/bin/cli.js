#!/usr/bin/env node
// Starts the command line: from the source in the workspace, from dist in a package. Definitions are TypeScript, so tsx
// is registered in both.
import { existsSync } from 'node:fs';
import { register } from 'node:module';
import { register as registerTsx } from 'tsx/esm/api';

registerTsx();
const source = new URL('../src/cli.ts', import.meta.url);
if (existsSync(source)) {
  register(new URL('../../scripts/source-condition.js', import.meta.url));
  await import(source.href);
} else {
  await import(new URL('../dist/cli.js', import.meta.url).href);
}
