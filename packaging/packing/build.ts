import { runQuietly } from '@eventbridge-kit/testkit/machine/command';
import { root } from '@eventbridge-kit/testkit/machine/project';
import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'tsdown';
import { RULES } from '../../lint/src/rules/index.ts';
import { buildModelerPlugin } from './modeler-plugin.ts';
import { SOURCE_CONDITION, type RoomManifest } from './manifest.ts';
import { thirdPartyNotices } from './third-party-notices.ts';

/** What a package has beside its modules, by its name. */
const COMPLETIONS: Readonly<Record<string, (dist: string) => Promise<void> | void>> = {
  'bpmnlint-plugin-eventbridge': addRuleDoors,
  'eventbridge-kit': async (dist) => {
    cpSync((await buildModelerPlugin()).resources, join(dist, 'resources'), { recursive: true });
  },
};

/** Builds a published room into a folder, with the private rooms bundled in. */
export async function buildPackage(room: string, manifest: RoomManifest, dist: string): Promise<void> {
  const isForPage = manifest.name.startsWith('bpmn-js');
  // Packages that the user of this one brings.
  const ofHost = Object.keys(manifest.peerDependencies ?? {});
  // Types of the rooms that are bundled in come from their own projects, which must be built for that.
  await runQuietly(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-b', room], { cwd: root });

  await build({
    cwd: room,
    config: false,
    entry: entriesOf(room, manifest),
    format: 'esm',
    platform: isForPage ? 'browser' : 'node',
    target: 'es2023',
    outDir: dist,
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
    // The program would hold their text in memory; declarations keep theirs.
    outputOptions: (options) => ({ ...options, comments: { annotation: true, jsdoc: false, legal: false } }),
    inputOptions: (options) => ({
      ...options,
      checks: { ...options.checks, pluginTimings: false },
      // Which chunk another is merged into depends on which was done first: two builds would differ.
      experimental: { ...options.experimental, chunkOptimization: false },
      resolve: {
        ...options.resolve,
        conditionNames: [SOURCE_CONDITION, 'module', ...(isForPage ? [] : ['node'])],
        // Of a package that is bundled, the modules by which what is not used can be left out.
        mainFields: ['module', 'main'],
      },
    }),
  });

  for (const { source, types, target } of doorsOf(manifest)) {
    if (!target.endsWith('.css')) continue;
    cpSync(join(room, source), join(dist, basename(target)));
    // TypeScript refuses the import of a file that it knows nothing of.
    if (types !== undefined) writeFileSync(join(dist, basename(types)), 'export {};\n');
  }
  // What the code reads beside itself.
  for (const file of readdirSync(join(room, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.proto')) cpSync(join(room, 'src', file), join(dist, basename(file)));
  }
  await COMPLETIONS[manifest.name]?.(dist);
}

interface Door {
  readonly source: string;
  readonly types: string | undefined;
  readonly target: string;
}

function doorsOf({ exports: doors = {} }: RoomManifest): Door[] {
  return Object.values(doors).map((ways) => ({
    source: ways[SOURCE_CONDITION] ?? '',
    types: ways['types'],
    target: ways['default'] ?? '',
  }));
}

/** Doors of the package by the name of the file they become, and the command line where there is one. */
function entriesOf(room: string, manifest: RoomManifest): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { source, target } of doorsOf(manifest)) {
    if (source.endsWith('.ts')) found[basename(target, '.js')] = source;
  }
  if (existsSync(join(room, 'src/cli.ts'))) found['cli'] = './src/cli.ts';
  return found;
}

/** A door for each rule, through which bpmnlint loads it by name, and the pages of the rules. */
function addRuleDoors(dist: string): void {
  mkdirSync(join(dist, 'rules'));
  for (const { id } of RULES) {
    // bpmnlint requires a rule, and takes what it gets for the rule's function: Node gives `module.exports` where it is.
    const door = `import { commandLineRule } from '../modeler.js';
const rule = commandLineRule('${id}');
export { rule as default, rule as 'module.exports' };
`;
    writeFileSync(join(dist, 'rules', `${id}.js`), door);
  }
  cpSync(join(root, 'docs', 'rules', 'html'), join(dist, 'docs'), { recursive: true });
}
