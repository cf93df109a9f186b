import { copyFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'tsdown';
import { packWorker } from '../../e2e/engine/packed-worker.ts';
import { variantOf, type VariantName } from './variants.ts';

const CHILDREN = fileURLToPath(new URL('children/', import.meta.url));

/** Every worker as plain JavaScript, so that none pays for a TypeScript loader. */
export interface Programs {
  scriptOf(name: VariantName): string;
  /** What Node itself is told. */
  readonly nodeArgs: readonly string[];
  remove(): void;
}

/** @param profileFolder where each worker leaves a profile of its CPU time; absent: none */
export async function buildPrograms(profileFolder?: string): Promise<Programs> {
  const packed = await packWorker();
  const outDir = join(packed.folder, 'bench');
  try {
    await build({
      cwd: CHILDREN,
      config: false,
      entry: Object.fromEntries(readdirSync(CHILDREN).map((file) => [basename(file, '.ts'), join(CHILDREN, file)])),
      format: 'esm',
      platform: 'node',
      outDir,
      fixedExtension: false,
      dts: false,
      logLevel: 'warn',
      deps: {
        alwaysBundle: [/^@eventbridge-kit\//, /^element-template-generator/, /^camunda-feel/],
        neverBundle: [/^@aws-sdk\//, /^@camunda8\//, /^@grpc\//, /^@smithy\//],
      },
      inputOptions: (options) => ({
        ...options,
        resolve: { ...options.resolve, conditionNames: ['eventbridge-kit', 'module', 'node'] },
      }),
    });
    // The code that speaks gRPC reads it beside itself.
    copyFileSync(join(packed.folder, 'dist', 'zeebe.proto'), join(outDir, 'zeebe.proto'));
  } catch (error) {
    packed.remove();
    throw error;
  }
  return {
    nodeArgs: profileFolder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`],
    scriptOf: (name) => {
      const { child } = variantOf(name);
      return child === undefined ? packed.bin : join(outDir, `${child}.js`);
    },
    remove: () => packed.remove(),
  };
}
