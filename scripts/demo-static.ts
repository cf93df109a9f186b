/**
 * The demo as files that any web server can serve: `npm run demo:static [-- FOLDER]`. Everything but sending works there:
 * modeler, live validation, and the preview of test send.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { builtPage } from '@eventbridge-kit/demo';
import { root } from '@eventbridge-kit/testkit/machine/project';
import { say } from '@eventbridge-kit/testkit/machine/say';
import { withConfig } from '../demo/src/server/page/page.ts';

/** Writes the files into a folder of their own; what was there before goes. */
export async function writeStaticDemo(folder: string): Promise<void> {
  const built = await builtPage(say);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(built)) {
    if (name !== 'inputs.json') cpSync(join(built, name), join(folder, name), { recursive: true });
  }
  const page = join(folder, 'index.html');
  writeFileSync(page, withConfig(readFileSync(page, 'utf8'), { token: '', isStatic: true }));
  const rules = join(root, 'docs', 'rules');
  mkdirSync(join(folder, 'rules'));
  for (const name of readdirSync(rules))
    cpSync(join(rules, name), join(folder, 'rules', name.replace(/\.md$/, '.txt')));
}

if (process.argv[1]?.endsWith('demo-static.ts') === true) {
  const folder = resolve(process.argv[2] ?? join(root, '.cache', 'demo-static'));
  await writeStaticDemo(folder);
  say(`The demo is in ${folder}. Any web server shows it, for example: npx vite preview --outDir ${folder}`);
}
