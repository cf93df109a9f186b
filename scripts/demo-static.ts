/**
 * The demo as files that any web server can serve: `npm run demo:static [-- FOLDER]`. Everything but sending works there:
 * modeler, live validation, and the preview of test send.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { builtPage } from '@eventbridge-kit/demo';
import { root } from '@eventbridge-kit/testkit/machine/project';
import { say } from '@eventbridge-kit/testkit/machine/say';
import { withConfig } from '../demo/src/server/page/page.ts';

const own = join(root, '.cache', 'demo-static');
const folder = resolve(process.argv[2] ?? own);
if (folder !== own && existsSync(folder) && readdirSync(folder).length > 0) {
  say(`The folder ${folder} is not empty, and nothing in it is overwritten. Name a new or an empty one.`);
  process.exitCode = 2;
} else {
  await writeStaticDemo(folder);
  say(`The demo is in ${folder}. Any web server shows it, for example: npx vite preview --outDir ${folder}`);
}

/** Writes the files; what was in the folder before goes. */
async function writeStaticDemo(folder: string): Promise<void> {
  const built = await builtPage(say);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(built)) {
    if (name !== 'inputs.json') cpSync(join(built, name), join(folder, name), { recursive: true });
  }
  const page = join(folder, 'index.html');
  writeFileSync(page, withConfig(readFileSync(page, 'utf8'), { token: '', isStatic: true }));
  cpSync(join(root, 'docs', 'rules', 'html'), join(folder, 'rules'), { recursive: true });
}
