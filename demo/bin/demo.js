#!/usr/bin/env node
// The demo runs from its sources, TypeScript and all: nothing is built before.
import { register } from 'node:module';
import { register as registerTsx } from 'tsx/esm/api';

registerTsx();
register(new URL('../../scripts/source-condition.js', import.meta.url));
const { main } = await import('../src/server/cli.ts');
await main(process.argv.slice(2));
