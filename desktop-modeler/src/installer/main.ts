import { thrownText } from '@eventbridge-kit/issue';
import {
  EXIT,
  HELP_OPTIONS,
  option,
  path,
  refuseUsage,
  startProgram,
  toggle,
  unknownName,
  type ExitCode,
  type OptionsOf,
  type ProcessPort,
  type Program,
} from '@eventbridge-kit/node-kit/options';
import { existsSync } from 'node:fs';
import { resourcesFolder, type Machine } from './folders.ts';
import { install, uninstall } from './install.ts';

/** What the installer needs of the world. */
export interface InstallerWorld extends Required<ProcessPort>, Machine {
  /** Folder of what is installed. */
  readonly source: string;
}

/** Everything that `eventbridge-kit` takes. */
const INSTALLER_OPTIONS = {
  dryRun: toggle({ flag: 'dry-run', description: 'Tell what would be done, and change nothing.' }),
  resources: option({
    flag: 'resources',
    kind: path('FOLDER', 'the path of a folder'),
    description: "Modeler's folder of resources.",
    defaultText: 'the one that this system has for it',
  }),
  ...HELP_OPTIONS,
};

const COMMANDS = ['install-plugin', 'uninstall-plugin'] as const;

const PROGRAM: Program<typeof INSTALLER_OPTIONS> = {
  name: 'eventbridge-kit',
  usage: COMMANDS.map((command) => `${command} [options]`),
  introduction:
    'Puts the EventBridge plugin and its element template into the folders of Camunda Desktop Modeler, or takes them away.',
  options: INSTALLER_OPTIONS,
  operands: true,
  epilogue: 'Exit codes: 0 done, 1 not done, and nothing is changed then, 2 bad use.',
};

/** Runs the command and gives its exit code. */
export function main(world: InstallerWorld): ExitCode {
  const started = startProgram(PROGRAM, world);
  if (!started.run) return started.exitCode;
  const [name, ...more] = started.operands;
  const command = COMMANDS.find((known) => known === name);
  if (command === undefined) {
    const wrong =
      name === undefined
        ? `The command is missing. Write ${COMMANDS.join(' or ')}.`
        : unknownName('command', name, COMMANDS);
    return refuseUsage(PROGRAM, world, [wrong]);
  }
  const [extra] = more;
  if (extra !== undefined)
    return refuseUsage(PROGRAM, world, [`One command at a time: found ${extra} after ${command}.`]);
  return run(world, command, started.options);
}

function run(
  world: InstallerWorld,
  command: (typeof COMMANDS)[number],
  { dryRun, resources: named }: OptionsOf<typeof INSTALLER_OPTIONS>,
): ExitCode {
  const { out, err, source } = world;
  if (named !== undefined && !existsSync(named)) {
    err(`--resources: there is no folder ${named}. Name the folder "resources" of Modeler's user data.\n`);
    return EXIT.failed;
  }
  const resources = named ?? resourcesFolder(world);
  try {
    const isInstall = command === 'install-plugin';
    const report = isInstall ? install({ source, resources, dryRun }) : uninstall({ resources, dryRun });
    for (const line of report.lines) (report.ok ? out : err)(`${line}\n`);
    return report.ok ? EXIT.ok : EXIT.failed;
  } catch (error) {
    err(`Nothing was changed: ${reasonOf(error, resources)}\n`);
    return EXIT.failed;
  }
}

const BY_HAND = 'or unpack the zip by hand';

/** What the system says of a failed step, with what to do. */
function reasonOf(error: unknown, resources: string): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) {
    return `${resources} cannot be written (${code}). Close Modeler, see that the folder is yours and not read-only, and try again, ${BY_HAND}.`;
  }
  return `${thrownText(error)}. Close Modeler and try again, ${BY_HAND}.`;
}
