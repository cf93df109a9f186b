import { onPath, runQuietly } from './command.ts';
import { step } from './say.ts';

/** Whether packages of Debian or Ubuntu can be installed here: the tool is there, and the user is root. */
export function canInstallPackages(): boolean {
  return process.getuid?.() === 0 && onPath('apt-get').length > 0;
}

/** Installs packages; throws when one does not exist. */
export async function installPackages(...names: readonly string[]): Promise<void> {
  await step(`Installing ${names.join(' and ')}`, async () => {
    await runQuietly('apt-get', ['update', '-qq']);
    await runQuietly('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
  });
}
