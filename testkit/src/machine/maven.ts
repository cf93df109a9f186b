import { canInstallPackages, installPackages } from './apt.ts';
import { onPath, run } from './command.ts';
import type { Java } from './java.ts';
import { say, ToolMissing } from './say.ts';

/** Copies artifacts out of repositories; fixed, so that two machines do the same. */
const DEPENDENCY_PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1';

/** Without questions, progress bars and colours; a checksum that does not fit is an error. */
const QUIETLY = ['-q', '-B', '-C', '-Dstyle.color=never'];

/** Fetches Java artifacts. */
export interface Maven {
  /** Copies one artifact, `group:artifact:version[:type]`, into a folder. */
  copy(artifact: string, folder: string): Promise<void>;
  /** Unpacks the files of a jar, `group:artifact:version`, that match a pattern. */
  unpack(artifact: string, pattern: string, folder: string): Promise<void>;
  /** Copies everything that the pom in this folder needs at run time into another. */
  copyDependencies(pomFolder: string, folder: string): Promise<void>;
}

/** A Maven on this Java, installed if need be. Throws `ToolMissing` with what to do; never gives up in silence. */
export async function requireMaven(java: Java): Promise<Maven> {
  const command = onPath('mvn')[0] ?? (await install());
  say(`Maven: ${command}`);
  // Maven runs on any Java: the one it finds by itself, which it may know better than the newest, else ours.
  const env = onPath('java').length > 0 ? {} : { JAVA_HOME: java.home };
  const maven = (goal: string, folder: string, ...options: readonly string[]): Promise<void> =>
    run(command, [...QUIETLY, `${DEPENDENCY_PLUGIN}:${goal}`, ...options], { cwd: folder, env });
  return {
    copy: (artifact, folder) => maven('copy', folder, `-Dartifact=${artifact}`, `-DoutputDirectory=${folder}`),
    unpack: (artifact, pattern, folder) =>
      maven(
        'unpack',
        folder,
        `-Dartifact=${artifact}`,
        `-Dmdep.unpack.includes=${pattern}`,
        `-DoutputDirectory=${folder}`,
      ),
    copyDependencies: (pomFolder, folder) =>
      maven('copy-dependencies', pomFolder, '-DincludeScope=runtime', `-DoutputDirectory=${folder}`),
  };
}

async function install(): Promise<string> {
  if (canInstallPackages()) {
    say('No Maven here: installing one.');
    try {
      await installPackages('maven');
    } catch (error) {
      say(String(error));
    }
  }
  const command = onPath('mvn')[0];
  if (command !== undefined) return command;
  throw new ToolMissing(
    [
      'No Maven (mvn) was found, and none could be installed. It fetches the Camunda engines of the tests.',
      'Install Maven 3.6 or newer with the package manager of the system, and see that mvn is on the PATH.',
    ].join('\n'),
  );
}
