#!/usr/bin/env node
/** Runs the sources in a checkout, the built file in an installed package. */
import { existsSync } from 'node:fs';
import { register } from 'node:module';

const source = new URL('../src/cli.ts', import.meta.url);
if (existsSync(source)) {
  const { register: registerTypeScript } = await import('tsx/esm/api');
  registerTypeScript();
  register('../../scripts/source-condition.js', import.meta.url);
  await import(source.href);
} else {
  await import('../dist/cli.js');
}
