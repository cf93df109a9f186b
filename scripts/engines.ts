import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cached } from './cache.ts';
import { run } from './command.ts';
import { requireJava, type Java } from './java.ts';
import { requireMaven } from './maven.ts';
import { step } from './say.ts';

/**
 * The engines of the tests. They are fetched when the tests run and never shipped; the broker is under the Camunda
 * License, which is free for tests and development.
 */
export const BROKER_VERSION = '8.6.0';
export const IN_MEMORY_VERSION = '8.8.21';

/** Version of Camunda whose description of its REST API is fetched. */
export const REST_API_VERSION = '8.8.9';

/** Compiles the in-memory engine's launcher, because a Java run-time has no compiler of its own. */
const COMPILER = { artifact: 'org.eclipse.jdt:ecj:3.43.0', jar: 'ecj-3.43.0.jar' } as const;

/** An engine on this machine's disk, ready to be started by `java`. */
export interface InstalledEngine {
  readonly java: Java;
  readonly classPath: string;
  readonly mainClass: string;
}

/** The broker: the real thing, with a REST gateway, durable. */
export async function installBroker(): Promise<InstalledEngine> {
  const java = await requireJava();
  const folder = await cached(`broker-${BROKER_VERSION}`, async (into) => {
    const maven = await requireMaven(java);
    await step(`Fetching the Camunda broker ${BROKER_VERSION} (299 MB, once)`, async () => {
      await maven.copy(`io.camunda:camunda-zeebe:${BROKER_VERSION}:tar.gz`, into);
      const archive = `camunda-zeebe-${BROKER_VERSION}.tar.gz`;
      await run('tar', ['-xzf', archive], { cwd: into });
      rmSync(join(into, archive));
    });
  });
  const home = join(folder, `camunda-zeebe-${BROKER_VERSION}`);
  return {
    java,
    classPath: [join(home, 'config'), join(home, 'lib', '*')].join(delimiter),
    mainClass: 'io.camunda.application.StandaloneBroker',
  };
}

/** The in-memory engine: newer semantics, gRPC only, keeps nothing. */
export async function installInMemoryEngine(launcher: Launcher): Promise<InstalledEngine> {
  const java = await requireJava();
  const folder = await cached(`in-memory-engine-${IN_MEMORY_VERSION}`, async (into) => {
    const maven = await requireMaven(java);
    await step(`Fetching the in-memory engine ${IN_MEMORY_VERSION} (128 MB, once)`, async () => {
      await maven.copy(COMPILER.artifact, into);
      writeFileSync(join(into, 'pom.xml'), pomFor('zeebe-process-test-engine', IN_MEMORY_VERSION));
      await maven.copyDependencies(into, join(into, 'lib'));
    });
  });
  const jars = join(folder, 'lib');
  const classes = await compile(launcher, java, join(folder, COMPILER.jar), jars);
  return { java, classPath: [classes, join(jars, '*')].join(delimiter), mainClass: launcher.mainClass };
}

/** The file with Camunda's own OpenAPI document of its REST API. It is read by tests, never shipped. */
export async function fetchRestApi(): Promise<string> {
  const folder = await cached(`rest-api-${REST_API_VERSION}`, async (into) => {
    const maven = await requireMaven(await requireJava());
    await step(`Fetching the OpenAPI document of Camunda ${REST_API_VERSION} (90 kB, once)`, () =>
      maven.unpack(`io.camunda:zeebe-gateway-protocol:${REST_API_VERSION}`, 'rest-api.yaml', into),
    );
  });
  return join(folder, 'rest-api.yaml');
}

/** The Java source that starts the in-memory engine. */
export interface Launcher {
  readonly source: string;
  readonly mainClass: string;
  /** Names this text of the source: changes whenever the text does. */
  readonly digest: string;
}

async function compile(launcher: Launcher, java: Java, compiler: string, jars: string): Promise<string> {
  const name = `in-memory-launcher-${IN_MEMORY_VERSION}-${launcher.digest}`;
  return cached(name, async (into) => {
    const classPath = readdirSync(jars).map((jar) => join(jars, jar));
    await run(java.command, ['-jar', compiler, '-21', '-cp', classPath.join(delimiter), '-d', into, launcher.source]);
  });
}

const pomFor = (artifact: string, version: string): string => `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>eventbridge-kit</groupId>
  <artifactId>engine</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>io.camunda</groupId>
      <artifactId>${artifact}</artifactId>
      <version>${version}</version>
    </dependency>
  </dependencies>
</project>
`;
