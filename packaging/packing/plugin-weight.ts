import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { build, defaultClientConditions, type Rolldown } from 'vite';

const ENTRY = fileURLToPath(new URL('../../plugin/src/index.ts', import.meta.url));

/** Most that the plugin adds to the start of a modeler that has a FEEL parser, in bytes of gzip. */
export const MAX_EAGER_GZIP_BYTES = 18_500;

/** What a modeler with FEEL editing already brings: the plugin shares it. */
const OF_HOST = /^(bpmn-js|diagram-js|@bpmn-io\/|@lezer\/|@camunda\/feel-builtins)/;

/** Size of a part of the plugin, in bytes. */
export interface ChunkWeight {
  readonly name: string;
  readonly minifiedBytes: number;
  readonly gzipBytes: number;
  /** True for what a modeler loads at its start; the rest comes when it is needed. */
  readonly eager: boolean;
}

/** Bundles the plugin as a host would, and weighs each part. */
export async function weighPlugin(): Promise<readonly ChunkWeight[]> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { conditions: ['eventbridge-kit', ...defaultClientConditions] },
    oxc: { jsx: { development: false } },
    build: {
      write: false,
      minify: true,
      lib: { entry: ENTRY, formats: ['es'], fileName: 'plugin' },
      rolldownOptions: { external: OF_HOST },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]) as readonly Rolldown.RolldownOutput[]; // it does not watch
  const chunks = outputs.flatMap(({ output }) => output.filter((part) => part.type === 'chunk'));
  const eager = staticClosure(chunks);
  return chunks.map(({ fileName, code }) => ({
    name: fileName,
    minifiedBytes: Buffer.byteLength(code),
    gzipBytes: gzipSync(code).length,
    eager: eager.has(fileName),
  }));
}

/** Weight of what a modeler loads at its start, in bytes of gzip. */
export function eagerGzipBytes(chunks: readonly ChunkWeight[]): number {
  return chunks.filter(({ eager }) => eager).reduce((sum, { gzipBytes }) => sum + gzipBytes, 0);
}

function staticClosure(chunks: readonly Rolldown.OutputChunk[]): ReadonlySet<string> {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const found = new Set(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName));
  // A set that grows while it is walked.
  for (const name of found)
    for (const imported of byName.get(name)?.imports ?? []) if (byName.has(imported)) found.add(imported);
  return found;
}
