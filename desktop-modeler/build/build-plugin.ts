/** Builds what a user unpacks over Modeler's resources folder: the plugin and the element template, and a zip of both. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  build,
  defaultClientConditions,
  defaultServerConditions,
  mergeConfig,
  type InlineConfig,
  type Plugin,
} from 'vite';
import { PLUGIN_NAME } from '../src/contract.ts';
import { sharedPackages } from './shared-packages.ts';
import { zipOf } from './zip.ts';

const room = fileURLToPath(new URL('..', import.meta.url));
const root = join(room, '..');

/** Folder of the plugin below `plugins/`. */
export const PLUGIN_FOLDER = 'eventbridge-kit';

export interface BuiltPlugin {
  /** Holds `plugins/` and `element-templates/`. */
  readonly resources: string;
  readonly zip: string;
}

export interface BuildOptions {
  /** Absolute path of a folder that is emptied first. */
  readonly outDir: string;
  readonly version: string;
  /** Makes what puts a file of this name beside a script, with the licences of the packages whose code is in it. */
  readonly notices?: (fileName: string) => Plugin;
}

export async function buildPlugin({ outDir, version, notices }: BuildOptions): Promise<BuiltPlugin> {
  rmSync(outDir, { recursive: true, force: true });
  const resources = join(outDir, 'resources');
  const plugin = join(resources, 'plugins', PLUGIN_FOLDER);
  mkdirSync(plugin, { recursive: true });
  const noticesOf = (script: string): Plugin[] => (notices ? [notices(`THIRD-PARTY-NOTICES-${script}.txt`)] : []);
  await build(mergeConfig(clientScript(plugin), { plugins: noticesOf('client') }));
  for (const name of ['menu', 'service']) {
    await build(mergeConfig(mainScript(name, plugin), { plugins: noticesOf(name) }));
  }
  writeFileSync(join(plugin, 'index.js'), indexFile());
  const styles = ['plugin/src/style.css', 'desktop-modeler/src/client/style.css'];
  writeFileSync(join(plugin, 'style.css'), styles.map((file) => readFileSync(join(root, file), 'utf8')).join('\n'));
  writeFileSync(join(plugin, 'VERSION'), `${version}\n`);
  cpSync(join(root, 'LICENSE'), join(plugin, 'LICENSE'));
  const templates = join(resources, 'element-templates');
  mkdirSync(templates);
  cpSync(join(root, 'templates/send-event.json'), join(templates, 'eventbridge-kit-send-event.json'));
  const zip = join(outDir, `eventbridge-kit-desktop-modeler-${version}.zip`);
  writeFileSync(zip, zipOf(filesIn(resources)));
  return { resources, zip };
}

/** One script, as `<script src>` loads it: readable, with a source map; what is loaded later in a browser is in it. */
function clientScript(outDir: string, minify = false): InlineConfig {
  return {
    configFile: false,
    root: room,
    logLevel: 'error',
    plugins: [sharedPackages()],
    resolve: { conditions: ['eventbridge-kit', ...defaultClientConditions] },
    // the shared preact has no development build of JSX
    oxc: { jsx: { development: false } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      emptyOutDir: false,
      minify,
      sourcemap: true,
      target: 'es2023',
      lib: {
        entry: join(room, 'src/client/index.ts'),
        formats: ['iife'],
        name: 'eventBridgeKitPlugin',
        fileName: () => 'client.js',
      },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  };
}

/** The same script, minified: for its size alone. */
export async function buildMinified(outDir: string): Promise<string> {
  await build(clientScript(outDir, true));
  return join(outDir, 'client.js');
}

/** A script of Modeler's main process: CommonJS, with everything but Node itself inside. */
function mainScript(name: string, outDir: string): InlineConfig {
  return {
    configFile: false,
    root: room,
    logLevel: 'error',
    resolve: { conditions: ['eventbridge-kit', ...defaultServerConditions] },
    ssr: { noExternal: true, target: 'node', resolve: { conditions: ['eventbridge-kit', ...defaultServerConditions] } },
    build: {
      ssr: join(room, `src/main/${name}.ts`),
      outDir,
      emptyOutDir: false,
      minify: false,
      sourcemap: false,
      target: 'node20',
      rolldownOptions: {
        output: { format: 'cjs', exports: 'auto', entryFileNames: `${name}.js`, codeSplitting: false },
      },
    },
  };
}

/** What Modeler reads of a plugin: https://docs.camunda.io/docs/components/modeler/desktop-modeler/plugins/ */
function indexFile(): string {
  const parts = { name: PLUGIN_NAME, script: './client.js', style: './style.css', menu: './menu.js' };
  return `'use strict';\n\nmodule.exports = ${JSON.stringify(parts, undefined, 2)};\n`;
}

function filesIn(folder: string): Map<string, Uint8Array> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name));
  return new Map(paths.map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path)]));
}
