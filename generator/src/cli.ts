import { fileURLToPath } from 'node:url';
import { CHILD, buildInChild } from './cli/child.ts';
import { run } from './cli/run.ts';

const MILLISECONDS = 1000;

const [command, argument] = process.argv.slice(2);

if (command === CHILD && process.send !== undefined) {
  // Loaded where it is needed alone: validator, FEEL and parser take longer than all the rest.
  const { buildAsChild } = await import('./cli/build-child.ts');
  await buildAsChild(argument);
} else {
  process.exitCode = await run(process.argv.slice(2), {
    workingDirectory: process.cwd(),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    build: (order, timeoutSeconds) =>
      buildInChild(order, {
        script: fileURLToPath(new URL('../bin/cli.js', import.meta.url)),
        err: (text) => process.stderr.write(text),
        deadline: (giveUp) => {
          if (timeoutSeconds === 0) return () => undefined;
          const timer = setTimeout(giveUp, timeoutSeconds * MILLISECONDS);
          return () => clearTimeout(timer);
        },
      }),
  });
}
