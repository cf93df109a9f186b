import { root } from '@eventbridge-kit/testkit/machine/project';
import { rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { build } from 'vite';
import { outputOf } from './session.ts';

/** A block of a README that is a program. */
export interface Program {
  readonly line: number;
  readonly file: string;
  readonly code: string;
  /** For a browser, by a bundler. */
  readonly forPage: boolean;
}

const TSC = join(root, 'node_modules/typescript/bin/tsc');

/** Whoever writes for Node has the types of Node: this checkout's. */
const NODE_TYPES = ['--types', 'node', '--typeRoots', join(root, 'node_modules/@types')];

/**
 * The type errors of a README's programs by the line of their block, as a reader's own `tsc --strict` tells them. Each is
 * checked beside the files of the others; programs in JavaScript, too, since a name that is nowhere imported is an error there.
 */
export async function checkTypes(folder: string, programs: readonly Program[]): Promise<ReadonlyMap<number, string>> {
  const errors = new Map<number, string>();
  const copies = new Map(programs.map((program) => [`${program.line}.${program.file}`.replaceAll('/', '-'), program]));
  for (const [copy, { code }] of copies) writeFileSync(join(folder, copy), `${code}\n`);
  let told = '';
  for (const forPage of [true, false]) {
    const files = [...copies].filter(([, program]) => program.forPage === forPage).map(([copy]) => copy);
    if (files.length > 0) told += await runTsc(folder, files, forPage);
  }
  for (const copy of copies.keys()) rmSync(join(folder, copy));
  for (const [, copy = '', text = ''] of told.matchAll(/^(?:([^\s(]+)\(.*?\): )?(error .*(?:\n {2,}.*)*)/gm)) {
    const line = copies.get(copy)?.line ?? programs[0]?.line ?? 0;
    errors.set(line, [errors.get(line), copies.has(copy) ? text : `${copy} ${text}`].filter(Boolean).join('\n'));
  }
  return errors;
}

/** TypeScript's compiler over some files of a folder, with every file of types checked too. */
export async function runTsc(folder: string, files: readonly string[], forPage: boolean): Promise<string> {
  const modules = forPage ? ['esnext', 'bundler'] : ['nodenext', 'nodenext'];
  const scripts = files.some((file) => /js/.test(extname(file)));
  const options = [
    ...['--ignoreConfig', '--noEmit', '--strict', '--target', 'es2023', '--allowImportingTsExtensions'],
    ...['--module', modules[0] ?? '', '--moduleResolution', modules[1] ?? ''],
    ...['--skipLibCheck', 'false', ...(forPage ? [] : NODE_TYPES)],
    // A program in JavaScript says no types, and its bundler takes every style sheet.
    ...(scripts
      ? ['--allowJs', '--checkJs', '--noImplicitAny', 'false', '--noUncheckedSideEffectImports', 'false']
      : []),
  ];
  const { code, output } = await outputOf(process.execPath, [TSC, ...options, ...files], { cwd: folder });
  return code === 0 ? '' : output;
}

/** Bundles a program with what it imports, as a page is built; gives what is wrong where that fails. */
export async function bundle(folder: string, file: string): Promise<string | undefined> {
  try {
    await build({
      root: folder,
      configFile: false,
      logLevel: 'silent',
      build: {
        write: false,
        minify: false,
        lib: { entry: join(folder, file), formats: ['es'], fileName: 'bundle', cssFileName: 'bundle' },
      },
    });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
