import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { resourcesFolder, type Machine } from './folders.ts';
import { install, uninstall } from './install.ts';

/** What the command line needs of the world. */
export interface Program extends Machine {
  readonly args: readonly string[];
  readonly version: string;
  /** Folder of what is installed. */
  readonly source: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

const HELP = `usage: eventbridge-kit install-plugin [--dry-run] [--resources FOLDER]
       eventbridge-kit uninstall-plugin [--dry-run] [--resources FOLDER]

Puts the EventBridge plugin and its element template into the folders of Camunda Desktop Modeler, or takes them away.

  --dry-run           tell what would be done, and change nothing
  --resources FOLDER  Modeler's resources folder, where it is not the usual one of this system
  --help              this text
  --version           the version that would be installed
`;

const COMMANDS = ['install-plugin', 'uninstall-plugin'];

/** Exit codes: 0 done, 1 not done, 2 wrong arguments. */
export function main(program: Program): 0 | 1 | 2 {
  const read = readArguments(program.args);
  if (typeof read === 'string') {
    program.err(`${read}\n\n${HELP}`);
    return 2;
  }
  if (read.help) program.out(HELP);
  else if (read.version) program.out(`${program.version}\n`);
  else return run(program, read);
  return 0;
}

function run(program: Program, { command, dryRun, resources: named }: Arguments): 0 | 1 {
  const { out, err, source } = program;
  if (named !== undefined && !existsSync(named)) {
    err(`--resources: there is no folder ${named}. Name the folder "resources" of Modeler's user data.\n`);
    return 1;
  }
  const resources = named ?? resourcesFolder(program);
  try {
    const isInstall = command === 'install-plugin';
    const report = isInstall ? install({ source, resources, dryRun }) : uninstall({ resources, dryRun });
    for (const line of report.lines) (report.ok ? out : err)(`${line}\n`);
    return report.ok ? 0 : 1;
  } catch (error) {
    err(`Nothing was changed: ${reasonOf(error, resources)}\n`);
    return 1;
  }
}

const BY_HAND = 'or unpack the zip by hand';

/** What the system says of a failed step, with what to do. */
function reasonOf(error: unknown, resources: string): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) {
    return `${resources} cannot be written (${code}). Close Modeler, see that the folder is yours and not read-only, and try again, ${BY_HAND}.`;
  }
  const reason = error instanceof Error ? error.message : String(error);
  return `${reason}. Close Modeler and try again, ${BY_HAND}.`;
}

interface Arguments {
  readonly command: string | undefined;
  readonly dryRun: boolean;
  readonly resources: string | undefined;
  readonly help: boolean;
  readonly version: boolean;
}

/** The arguments, or what is wrong with them. */
function readArguments(args: readonly string[]): Arguments | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        resources: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
        version: { type: 'boolean', default: false },
      },
    });
    const [command, ...more] = positionals;
    const { help, version, resources } = values;
    if (!help && !version && (command === undefined || !COMMANDS.includes(command) || more.length > 0)) {
      return `A command is needed: found ${positionals.join(' ') || 'none'}. Use one of ${COMMANDS.join(', ')}.`;
    }
    return { command, dryRun: values['dry-run'], resources, help, version };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
