import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, defaultClientConditions, type Rolldown } from 'vite';
import { root } from '@eventbridge-kit/testkit/machine/project';

/** A bundle of what a page imports, in bytes of gzip. */
export interface Size {
  readonly what: string;
  /** What is loaded at once. */
  readonly bytes: number;
  /** What is loaded when it is needed. */
  readonly laterBytes: number;
}

const FEEL = fileURLToPath(new URL('../../feel/src/', import.meta.url));

const PAGES: Readonly<Record<string, string>> = {
  'what lint reads: read, constantOf, typesOf, variablesOf': `export { read, constantOf, typesOf, variablesOf } from '${FEEL}core.ts';`,
  'evaluate, patterns loaded when one comes': `export { evaluate } from '${FEEL}core.ts';
    export const patterns = () => import('re2js');`,
  'evaluate with patterns': `export { evaluate } from '${FEEL}index.ts';`,
  '@bpmn-io/lezer-feel': "export * from '@bpmn-io/lezer-feel';",
};

/** Bundles each as a page would. */
export async function weigh(): Promise<readonly Size[]> {
  const sizes: Size[] = [];
  for (const [what, source] of Object.entries(PAGES)) sizes.push({ what, ...(await weighPage(source)) });
  return sizes;
}

async function weighPage(source: string): Promise<Omit<Size, 'what'>> {
  const folder = join(root, '.cache', 'bench');
  mkdirSync(folder, { recursive: true });
  const page = join(folder, 'page.js');
  writeFileSync(page, source);
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { conditions: ['eventbridge-kit', ...defaultClientConditions] },
    build: { write: false, minify: true, lib: { entry: page, formats: ['es'], fileName: 'page' } },
  });
  const outputs = (Array.isArray(result) ? result : [result]) as readonly Rolldown.RolldownOutput[]; // it does not watch
  const chunks = outputs.flatMap(({ output }) => output.filter((part) => part.type === 'chunk'));
  const entries = chunks.filter(({ isEntry }) => isEntry);
  const now = new Set(entries.flatMap(({ fileName, imports }) => [fileName, ...imports]));
  const weigh = (some: readonly Rolldown.OutputChunk[]): number =>
    some.reduce((sum, { code }) => sum + gzipSync(code).length, 0);
  return {
    bytes: weigh(chunks.filter(({ fileName }) => now.has(fileName))),
    laterBytes: weigh(chunks.filter(({ fileName }) => !now.has(fileName))),
  };
}
