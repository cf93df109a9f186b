import { join } from 'node:path';
import { build } from 'vite';

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
