/**
 * Runs a TypeScript script from source, in this process: `node scripts/run.js NAME [arguments]`. NAME is a script of this
 * folder, or the path of one in a room, `e2e/run.ts` for example. The rooms resolve to their sources through the project's
 * own export condition.
 */
import { existsSync } from 'node:fs';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { register as registerTypeScript } from 'tsx/esm/api';

const [, , name = '', ...rest] = process.argv;
const script = new URL(name.endsWith('.ts') ? `../${name}` : `./${name}.ts`, import.meta.url);
if (!/^[a-z][a-z0-9/-]*(?:\.ts)?$/.test(name) || !existsSync(script)) {
  console.error(
    `No such script: ${name || 'none was named'}. Use: node scripts/run.js NAME [arguments], for scripts/NAME.ts or a path.`,
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
