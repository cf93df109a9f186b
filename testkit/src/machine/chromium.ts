import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright';
import { canInstallPackages, installPackages } from './apt.ts';
import { ask, isProgram, onPath, runQuietly } from './command.ts';
import { say, step, ToolMissing } from './say.ts';

/** Names under which systems put a Chromium on the PATH. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge'];

/** Places of desktop installations that put nothing on the PATH. */
function desktopPlaces(env: NodeJS.ProcessEnv): string[] {
  const windows = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) =>
      ['Google\\Chrome', 'Chromium', 'Microsoft\\Edge'].map((name) => join(folder, name, 'Application')),
    )
    .flatMap((folder) => [join(folder, 'chrome.exe'), join(folder, 'msedge.exe')]);
  return [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ...windows,
  ];
}

/** Where a Chromium may be, best first, without the one that the user named. */
export function candidates(env: NodeJS.ProcessEnv, playwrights: string): string[] {
  return [playwrights, ...NAMES.flatMap((name) => onPath(name, env)), ...desktopPlaces(env)].filter((path) =>
    existsSync(path),
  );
}

/** Whether it starts. Some systems put a stub on the PATH that only says what to install. */
function works(path: string): boolean {
  // On Windows `--version` opens a window instead of answering.
  return process.platform === 'win32' ? isProgram(path) : ask(path, ['--version']) !== undefined;
}

/**
 * A Chromium that starts, as a path: `CHROMIUM_PATH`, Playwright's own, one of the system's; else installs one.
 * Throws `ToolMissing` with what to do; it never gives up in silence.
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

function firstLine(text: string): string {
  return text.split('\n')[0]?.trim() ?? '';
}

function told(path: string): string {
  const version = process.platform === 'win32' ? '' : ` (${firstLine(ask(path, ['--version']) ?? '')})`;
  say(`Chromium: ${path}${version}`);
  return path;
}

async function install(find: () => string | undefined): Promise<string> {
  say('No Chromium here that starts: installing one.');
  const commandLine = join(dirname(createRequire(import.meta.url).resolve('playwright')), 'cli.js');
  await step('Fetching the Chromium that Playwright offers', () =>
    runQuietly(process.execPath, [commandLine, 'install', 'chromium']),
  ).catch((error: unknown) => say(String(error)));
  const fetched = find();
  if (fetched !== undefined) return fetched;
  if (canInstallPackages()) {
    say("That brought none that starts: taking the system's package.");
    try {
      await installPackages('chromium');
    } catch (error) {
      say(String(error));
    }
    const installed = find();
    if (installed !== undefined) return installed;
  }
  throw new ToolMissing(
    [
      'No Chromium was found, and none could be installed. The browser tests do not run without one. Either',
      '  - run `npx playwright install --with-deps chromium` where the network allows it,',
      '  - install chromium or Google Chrome with the package manager of the system, or',
      '  - set CHROMIUM_PATH to the program.',
    ].join('\n'),
  );
}
