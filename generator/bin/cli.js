#!/usr/bin/env node
// Starts the command line: from the source in the workspace, from dist in a package. Definitions are TypeScript, so the
// process that loads them has tsx, and from the source every one.
import { existsSync } from 'node:fs';
import { register } from 'node:module';

const source = new URL('../src/cli.ts', import.meta.url);
const fromSource = existsSync(source);
if (fromSource || process.send !== undefined) {
  // both: a file of a CommonJS package may have TypeScript's exports, too
  const [cjs, esm] = await Promise.all([import('tsx/cjs/api'), import('tsx/esm/api')]);
  cjs.register();
  esm.register();
}
if (fromSource) {
  register(new URL('../../scripts/source-condition.js', import.meta.url));
  await import(source.href);
} else {
  await import(new URL('../dist/cli.js', import.meta.url).href);
}
