import { ask, onPath, runQuietly } from './command.ts';
import { step } from './say.ts';

/** Whether packages of Debian or Ubuntu can be installed here: the tool is there, and the user is root. */
export function canInstallPackages(): boolean {
  return process.getuid?.() === 0 && onPath('apt-get').length > 0;
}

let updated = false;

/** Refreshes the list of packages, once a run. */
async function refresh(): Promise<void> {
  if (updated) return;
  await step('Refreshing the list of packages', () => runQuietly('apt-get', ['update', '-qq']));
  updated = true;
}

/** Installs packages; throws when one does not exist. */
export async function installPackages(...names: readonly string[]): Promise<void> {
  await refresh();
  await step(`Installing ${names.join(' and ')}`, () =>
    runQuietly('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    }),
  );
}

/** Names of all packages that start with these letters. */
export async function packagesNamed(start: string): Promise<string[]> {
  await refresh();
  return (ask('apt-cache', ['pkgnames', start]) ?? '').split('\n').filter((name) => name !== '');
}
