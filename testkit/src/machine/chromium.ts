import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright';
import { canInstallPackages, installPackages } from './apt.ts';
import { ask, isProgram, onPath, runQuietly } from './command.ts';
import { say, step, ToolMissing } from './say.ts';

/** Names under which systems put a Chromium on the PATH. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** Where a Chromium may be, best first, without the one that the user named. */
export function candidates(env: NodeJS.ProcessEnv, playwrights: string): string[] {
  return [playwrights, ...NAMES.flatMap((name) => onPath(name, env))].filter((path) => existsSync(path));
}

/** Whether it starts. Some systems put a stub on the PATH that only says what to install. */
function works(path: string): boolean {
  // On Windows `--version` opens a window instead of answering.
  return process.platform === 'win32' ? isProgram(path) : ask(path, ['--version']) !== undefined;
}

/**
 * A Chromium that starts, as a path: `CHROMIUM_PATH`, Playwright's own, one on the PATH; else installs one. Throws
 * `ToolMissing` with what to do; it never gives up in silence.
 */
export async function requireChromium(
  env: NodeJS.ProcessEnv = process.env,
  playwrights: string = chromium.executablePath(),
): Promise<string> {
  const named = env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (works(named)) return told(named);
    throw new ToolMissing(
      `CHROMIUM_PATH is ${named}, and that does not start. Set it to a Chromium or Chrome that does, or unset it.`,
    );
  }
  const find = (): string | undefined => candidates(env, playwrights).find(works);
  return told(find() ?? (await install(find)));
}

function told(path: string): string {
  const version = process.platform === 'win32' ? '' : (ask(path, ['--version'])?.split('\n')[0]?.trim() ?? '');
  say(`Chromium: ${path} ${version}`.trim());
  return path;
}

async function install(find: () => string | undefined): Promise<string> {
  say('No Chromium here that starts: installing one.');
  const commandLine = join(dirname(createRequire(import.meta.url).resolve('playwright')), 'cli.js');
  const ways: (() => Promise<void>)[] = [
    () =>
      step('Fetching the Chromium that Playwright offers', () =>
        runQuietly(process.execPath, [commandLine, 'install', 'chromium']),
      ),
    // Where that one is not to be had, or lacks libraries of the system.
    async () => {
      if (canInstallPackages()) await installPackages('chromium');
    },
  ];
  for (const way of ways) {
    await way().catch((error: unknown) => say(String(error)));
    const found = find();
    if (found !== undefined) return found;
  }
  throw new ToolMissing(
    [
      'No Chromium was found, and none could be installed. The browser tests do not run without one. Either',
      '  - run `npx playwright install --with-deps chromium`, or',
      '  - set CHROMIUM_PATH to a Chromium or Chrome on this machine.',
    ].join('\n'),
  );
}
