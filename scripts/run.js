/**
 * Runs a TypeScript script of this folder from source, in this process: `node scripts/run.js NAME [arguments]`.
 * The rooms resolve to their sources through the project's own export condition.
 */
import { existsSync } from 'node:fs';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { register as registerTypeScript } from 'tsx/esm/api';

const [, , name = '', ...rest] = process.argv;
const script = new URL(`./${name}.ts`, import.meta.url);
if (!/^[a-z][a-z0-9-]*$/.test(name) || !existsSync(script)) {
  console.error(
    `No such script: ${name || 'none was named'}. Use: node scripts/run.js NAME [arguments], for scripts/NAME.ts`,
  );
  process.exit(2);
}

registerTypeScript();
register('./source-condition.js', import.meta.url);

process.argv = [process.argv[0], fileURLToPath(script), ...rest];
try {
  await import(script.href);
} catch (error) {
  // A tool that is missing is the user's to get: the message is enough. Anything else is a defect and shows its stack.
  console.error(error?.name === 'ToolMissing' ? `\n${error.message}` : error);
  process.exitCode = 1;
}
