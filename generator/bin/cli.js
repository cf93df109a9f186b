#!/usr/bin/env node
// Starts the command line: from the source in the workspace, from dist in a package. Definitions are TypeScript, so the
// process that loads them has tsx, and from the source every one.
import { existsSync } from 'node:fs';
import { register } from 'node:module';

const source = new URL('../src/cli.ts', import.meta.url);
const fromSource = existsSync(source);
if (fromSource || process.send !== undefined) {
  const tsx = await import('tsx/esm/api');
  tsx.register();
}
if (fromSource) {
  register(new URL('../../scripts/source-condition.js', import.meta.url));
  await import(source.href);
} else {
  await import(new URL('../dist/cli.js', import.meta.url).href);
}
