/**
 * What a contributor leaves running: `npm run watch [-- words for vitest]`. The types of what changed, and the tests that
 * stand on it, from the first save on. Ctrl-C ends both.
 */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from '@eventbridge-kit/testkit/machine/project';

const require = createRequire(import.meta.url);

/** The program of an installed package, by its path in there. */
function program(name: string, path: string): string {
  return join(dirname(require.resolve(`${name}/package.json`)), path);
}

const commands = [
  [program('typescript', 'bin/tsc'), '-b', '--watch', '--preserveWatchOutput'],
  // Compared with the last commit: what is changed already is tested at once.
  [program('vitest', 'vitest.mjs'), 'watch', '--changed', '--clearScreen=false', ...process.argv.slice(2)],
];

const children = commands.map((args) => spawn(process.execPath, args, { cwd: root, stdio: 'inherit' }));
for (const child of children) {
  child.once('exit', (code) => {
    process.exitCode ??= code ?? 0;
    for (const other of children) other.kill();
  });
}
// The children get the signal of the terminal too, and end by themselves.
process.once('SIGINT', () => undefined);
