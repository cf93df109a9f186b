import { posix, win32 } from 'node:path';

/** What decides where Modeler keeps a user's files. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/**
 * The user's resources folder of Desktop Modeler; it need not exist yet.
 *
 * https://docs.camunda.io/docs/components/modeler/desktop-modeler/search-paths/
 */
export function resourcesFolder({ platform, env, home }: Machine): string {
  if (platform === 'win32') {
    const data = env['APPDATA'] || win32.join(home, 'AppData', 'Roaming');
    return win32.join(data, 'camunda-modeler', 'resources');
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'camunda-modeler', 'resources');
  const config = env['XDG_CONFIG_HOME'] || posix.join(home, '.config');
  return posix.join(config, 'camunda-modeler', 'resources');
}
