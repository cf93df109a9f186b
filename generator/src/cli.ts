import { run } from './cli/run.ts';

process.exitCode = await run(process.argv.slice(2), {
  workingDirectory: process.cwd(),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
