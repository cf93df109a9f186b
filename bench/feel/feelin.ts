import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runQuietly } from '@eventbridge-kit/testkit/machine/command';
import { root } from '@eventbridge-kit/testkit/machine/project';

/** The evaluator that most pages use, in the version that the figures in the docs are of. */
const FEELIN = '@bpmn-io/feelin@6.1.1';

/** What is used of it. */
export type Feelin = (expression: string, context: object, dialect: 'camunda') => unknown;

/** Installs it beside the benchmark's results the first time: the rest of the repository has no use for it. */
export async function loadFeelin(): Promise<Feelin> {
  const place = join(root, '.cache', 'bench', 'feelin');
  const folder = join(place, 'node_modules', '@bpmn-io', 'feelin');
  if (!existsSync(folder)) {
    mkdirSync(place, { recursive: true });
    await runQuietly('npm', ['install', '--prefix', place, '--no-save', '--no-audit', '--no-fund', FEELIN], {
      cwd: place,
    });
  }
  const module = (await import(pathToFileURL(join(folder, 'dist', 'index.js')).href)) as { evaluate: Feelin }; // its documented export
  return module.evaluate;
}
