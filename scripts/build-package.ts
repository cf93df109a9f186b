/**
 * Builds the published package in the current folder into `dist/`, with the private rooms bundled in. Runs as a
 * package's `prepack`; `postpack` removes the folder again, because a `dist/` left behind would be used instead of the
 * sources by whatever does not know the `eventbridge-kit` condition.
 */
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'tsdown';
import { runQuietly } from '@eventbridge-kit/testkit/machine/command';
import { root } from '@eventbridge-kit/testkit/machine/project';
import { thirdPartyNotices } from './third-party-notices.ts';

interface Manifest {
  readonly name: string;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, { readonly 'eventbridge-kit': string; readonly default: string }>>;
}

const room = process.cwd();

const manifest = JSON.parse(readFileSync(join(room, 'package.json'), 'utf8')) as Manifest;

const isForPage = manifest.name.startsWith('bpmn-js');

/** Packages that the user of this one brings. */
const ofHost = Object.keys(manifest.peerDependencies ?? {});

/** Doors of the package by the name of the file they become, and the command line where there is one. */
function entries(): Record<string, string> {
  const found: Record<string, string> = {};
  for (const door of Object.values(manifest.exports)) {
    if (door['eventbridge-kit'].endsWith('.ts')) found[basename(door.default, '.js')] = door['eventbridge-kit'];
  }
  if (existsSync(join(room, 'src/cli.ts'))) found['cli'] = './src/cli.ts';
  return found;
}

// Types of the rooms that are bundled in come from their own projects, which must be built for that.
await runQuietly(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-b', room], { cwd: root });

await build({
  cwd: room,
  config: false,
  entry: entries(),
  format: 'esm',
  platform: isForPage ? 'browser' : 'node',
  target: 'es2023',
  outDir: 'dist',
  fixedExtension: false,
  clean: true,
  dts: true,
  sourcemap: true,
  logLevel: 'warn',
  tsconfig: join(room, 'tsconfig.json'),
  deps: { alwaysBundle: [/^@eventbridge-kit\//, /^element-template-generator/, /^camunda-feel/] },
  plugins: [
    thirdPartyNotices(),
    {
      name: 'packages-of-the-host',
      // as written, not as a file of this installation: the host has its own, and must share it (preact, for one)
      resolveId: {
        order: 'pre',
        handler: (id) =>
          ofHost.some((name) => id === name || id.startsWith(`${name}/`)) ? { id, external: true } : null,
      },
    },
  ],
  inputOptions: (options) => ({
    ...options,
    resolve: {
      ...options.resolve,
      conditionNames: ['eventbridge-kit', 'module', ...(isForPage ? [] : ['node'])],
      // Of a package that is bundled, the modules by which what is not used can be left out.
      mainFields: ['module', 'main'],
    },
  }),
});

for (const door of Object.values(manifest.exports)) {
  if (door.default.endsWith('.css')) cpSync(join(room, door['eventbridge-kit']), join(room, door.default));
}

// What the code reads beside itself.
for (const file of readdirSync(join(room, 'src'), { recursive: true, encoding: 'utf8' })) {
  if (file.endsWith('.proto')) cpSync(join(room, 'src', file), join(room, 'dist', basename(file)));
}

cpSync(join(room, '../LICENSE'), join(room, 'LICENSE'));
