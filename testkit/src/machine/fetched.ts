import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { cached } from './cache.ts';
import { run } from './command.ts';
import { requireJava, type Java } from './java.ts';
import { requireMaven } from './maven.ts';
import { step } from './say.ts';

/** What the tests fetch: when they run and never before, into the user's cache, and never shipped. */
export const IN_MEMORY_VERSION = '8.8.21';

/** Version of the library that evaluates FEEL inside Camunda's engine. */
export const FEEL_VERSION = '1.19.3';

/** Version of Camunda whose description of its REST API is fetched. */
export const REST_API_VERSION = '8.8.9';

/** A Java program that is fetched with all that it needs. */
interface Fetched {
  readonly group: string;
  readonly artifact: string;
  readonly version: string;
  readonly size: string;
  readonly licence: string;
}

const IN_MEMORY: Fetched = {
  group: 'io.camunda',
  artifact: 'zeebe-process-test-engine',
  version: IN_MEMORY_VERSION,
  size: '128 MB',
  licence: 'Zeebe Community License 1.1, and of its parts the Camunda License 1.0',
};

const FEEL: Fetched = {
  group: 'org.camunda.feel',
  artifact: 'feel-engine',
  version: FEEL_VERSION,
  size: '7 MB',
  licence: 'Apache License 2.0',
};

const REST_API = { group: 'io.camunda', artifact: 'zeebe-gateway-protocol', licence: 'Camunda License 1.0' } as const;

/** What the tests fetch for themselves, and under which licence, for who starts them. */
export const LICENCES: readonly string[] = [IN_MEMORY, FEEL, { ...REST_API, version: REST_API_VERSION }].map(
  ({ group, artifact, version, licence }) => `${group}:${artifact}:${version}: ${licence}`,
);

/** Version of AWS's own matcher of event patterns. */
export const RULER_VERSION = '2.1.0';

const RULER: Fetched = {
  group: 'software.amazon.event.ruler',
  artifact: 'event-ruler',
  version: RULER_VERSION,
  size: '3 MB',
  licence: 'Apache License 2.0',
};

/** Compiles the launchers, because a Java run-time has no compiler of its own. */
const COMPILER = { artifact: 'org.eclipse.jdt:ecj:3.43.0', jar: 'ecj-3.43.0.jar' } as const;

/** An engine on this machine's disk, ready to be started by `java`. */
export interface InstalledEngine {
  readonly java: Java;
  readonly classPath: string;
  readonly mainClass: string;
}

/** The in-memory engine: gRPC only, keeps nothing. */
export function installInMemoryEngine(launcher: Launcher): Promise<InstalledEngine> {
  return install(IN_MEMORY, launcher);
}

/** The library that evaluates FEEL inside Camunda's engine, alone. */
export function installFeel(launcher: Launcher): Promise<InstalledEngine> {
  return install(FEEL, launcher);
}

/** AWS's own matcher of event patterns, alone. */
export function installRuler(launcher: Launcher): Promise<InstalledEngine> {
  return install(RULER, launcher);
}

async function install(fetched: Fetched, launcher: Launcher): Promise<InstalledEngine> {
  const { artifact, version, size, licence } = fetched;
  const java = await requireJava();
  const jars = await cached(`${artifact}-${version}`, async (into) => {
    const maven = await requireMaven(java);
    await step(`Fetching ${artifact} ${version} (${size}, once; ${licence})`, async () => {
      writeFileSync(join(into, 'pom.xml'), pomFor(fetched));
      await maven.copyDependencies(into, into);
    });
  });
  const name = `launcher-${artifact}-${version}-${launcher.digest}`;
  const classes = await cached(name, (into) => compile(launcher, java, jars, into));
  return { java, classPath: [classes, join(jars, '*')].join(delimiter), mainClass: launcher.mainClass };
}

/** The file with Camunda's own OpenAPI document of its REST API. It is read by tests, never shipped. */
export async function fetchRestApi(): Promise<string> {
  const folder = await cached(`rest-api-${REST_API_VERSION}`, async (into) => {
    const maven = await requireMaven(await requireJava());
    const { group, artifact, licence } = REST_API;
    await step(`Fetching the OpenAPI document of Camunda ${REST_API_VERSION} (90 kB, once; ${licence})`, () =>
      maven.unpack(`${group}:${artifact}:${REST_API_VERSION}`, 'rest-api.yaml', into),
    );
  });
  return join(folder, 'rest-api.yaml');
}

/** The Java source that starts what was fetched. */
export interface Launcher {
  readonly source: string;
  readonly mainClass: string;
  /** Names this text of the source: changes whenever the text does. */
  readonly digest: string;
}

/** The launcher in this source file; its class has the file's name. */
export function launcherIn(source: string): Launcher {
  const digest = createHash('sha256').update(readFileSync(source)).digest('hex').slice(0, 12);
  return { source, mainClass: basename(source, '.java'), digest };
}

async function compile(launcher: Launcher, java: Java, jars: string, into: string): Promise<void> {
  const compiler = await cached(COMPILER.jar, async (folder) => {
    const maven = await requireMaven(java);
    await step('Fetching a Java compiler (3 MB, once; Eclipse Public License 2.0)', () =>
      maven.copy(COMPILER.artifact, folder),
    );
  });
  const classPath = readdirSync(jars)
    .filter((name) => name.endsWith('.jar'))
    .map((name) => join(jars, name));
  await run(java.command, [
    '-jar',
    join(compiler, COMPILER.jar),
    '-21',
    '-cp',
    classPath.join(delimiter),
    '-d',
    into,
    launcher.source,
  ]);
}

function pomFor({ group, artifact, version }: Fetched): string {
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>eventbridge-kit</groupId>
  <artifactId>engine</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>${group}</groupId>
      <artifactId>${artifact}</artifactId>
      <version>${version}</version>
    </dependency>
  </dependencies>
</project>
`;
}
