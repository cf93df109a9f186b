import { processPort } from '@eventbridge-kit/node-kit/options';
import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { main } from './installer/main.ts';

process.exitCode = main({
  ...processPort(import.meta.url),
  // the build puts it beside this file
  source: fileURLToPath(new URL('./resources', import.meta.url)),
  platform: process.platform,
  home: homedir(),
});
