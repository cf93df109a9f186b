import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { main } from './installer/main.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  readonly version: string; // of this package's own manifest
};

process.exitCode = main({
  args: process.argv.slice(2),
  version,
  // the build puts it beside this file
  source: fileURLToPath(new URL('./resources', import.meta.url)),
  platform: process.platform,
  env: process.env,
  home: homedir(),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
