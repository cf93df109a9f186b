#!/usr/bin/env node
// Starts the command line: from the source in the workspace, from dist in a package. Definitions are TypeScript, so tsx
// is registered in both.
import { existsSync } from 'node:fs';
import { register } from 'node:module';
import { register as registerTsx } from 'tsx/esm/api';

registerTsx();
const source = new URL('../src/cli.ts', import.meta.url);
if (existsSync(source)) {
  const condition = `export const resolve = (specifier, context, next) =>
    next(specifier, { ...context, conditions: ['eventbridge-kit', ...context.conditions] });`;
  register(`data:text/javascript,${encodeURIComponent(condition)}`);
  await import(source.href);
} else {
  await import(new URL('../dist/cli.js', import.meta.url).href);
}
