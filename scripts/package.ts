/**
 * Packs what users install into `.cache/packages/`: a tarball of each published package, and the template with its
 * reference page. Then installs the tarballs into an empty folder and starts every command there, so that a file or a
 * dependency that is missing is found here and not by a user. The worker runs as in its container, too.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, runQuietly } from '@eventbridge-kit/testkit/machine/command';
import { buildModelerZip, MODELER_ZIP } from './modeler-zip.ts';
import { tryAsContainer } from './container-trial.ts';
import { root } from '@eventbridge-kit/testkit/machine/project';
import { eagerGzipBytes, MAX_EAGER_GZIP_BYTES, weighPlugin } from './plugin-weight.ts';
import { say, step } from '@eventbridge-kit/testkit/machine/say';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly bin?: Readonly<Record<string, string>>;
  readonly workspaces?: readonly string[];
  readonly exports?: Readonly<Record<string, unknown>>;
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest;
}

const output = join(root, '.cache', 'packages');

const published = (manifestOf('.').workspaces ?? [])
  .map((folder) => ({ folder, manifest: manifestOf(folder) }))
  .filter(({ manifest }) => manifest.private !== true);

rmSync(output, { recursive: true, force: true });
mkdirSync(join(output, 'element-templates'), { recursive: true });

for (const { folder, manifest } of published) {
  await step(`Packing ${manifest.name}`, () =>
    runQuietly('npm', ['pack', '--pack-destination', output], { cwd: join(root, folder) }),
  );
  if (existsSync(join(root, folder, 'dist'))) throw new Error(`${folder}/dist was left behind by packing`);
}
cpSync(await buildModelerZip(), join(output, MODELER_ZIP));
for (const file of ['send-event.json', 'send-event.md']) {
  cpSync(join(root, 'templates', file), join(output, 'element-templates', file));
}

const eagerBytes = eagerGzipBytes(await weighPlugin());
say(
  `bpmn-js-eventbridge adds ${eagerBytes} bytes (gzip) to the start of a modeler that edits FEEL, of ${MAX_EAGER_GZIP_BYTES}`,
);
if (eagerBytes > MAX_EAGER_GZIP_BYTES)
  throw new Error('the plugin is too heavy: load later what a start does not need');

const tarballs = readdirSync(output).filter((file) => file.endsWith('.tgz'));
const trial = mkdtempSync(join(tmpdir(), 'eventbridge-kit-'));
try {
  writeFileSync(join(trial, 'package.json'), JSON.stringify({ name: 'trial', private: true, type: 'module' }));
  await step('Installing the tarballs into an empty folder', () =>
    runQuietly('npm', ['install', '--no-audit', '--no-fund', ...tarballs.map((file) => join(output, file))], {
      cwd: trial,
    }),
  );
  for (const { manifest } of published) {
    for (const command of Object.keys(manifest.bin ?? {})) {
      await runQuietly('npx', ['--no-install', command, '--help'], { cwd: trial });
      say(`  ${command} --help starts from the tarball`);
    }
    // A browser package needs a page; Node can load the others.
    if (manifest.name.startsWith('bpmn-js')) continue;
    const doors = Object.keys(manifest.exports ?? {}).filter((door) => !/\.json|\*/.test(door));
    for (const door of doors) {
      const specifier = `${manifest.name}${door.slice(1)}`;
      await run('node', ['--input-type=module', '--eval', `await import(${JSON.stringify(specifier)})`], {
        cwd: trial,
      });
      say(`  ${specifier} loads from the tarball`);
    }
  }
} finally {
  rmSync(trial, { recursive: true, force: true });
}

// Windows has neither a user without rights nor SIGTERM.
if (process.platform !== 'win32') {
  const { name, version } = manifestOf('worker');
  const { user, bytes } = await step('Running the worker as in its container', () =>
    tryAsContainer(join(root, 'worker/deploy/docker/Dockerfile'), join(output, `${name}-${version}.tgz`), version),
  );
  say(`  ${user}, read-only files: --version, health check, /livez, SIGTERM -> 0`);
  say(`  its installed files have ${String(Math.round(bytes / 2 ** 20))} MiB`);
}

say(`\nIn .cache/packages: ${tarballs.join(', ')}, ${MODELER_ZIP}, element-templates/`);
