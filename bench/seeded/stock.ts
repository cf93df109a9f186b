import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const folder = fileURLToPath(new URL('../../.cache/stock-lint/', import.meta.url));

/** What both linters tell of a diagram: a line for each finding. */
export type LintDiagram = (xml: string) => Promise<readonly string[]>;

interface StockModule {
  readonly Linter: new (options: { readonly plugins: readonly object[] }) => {
    lint(xml: string): Promise<readonly { readonly rule: string; readonly message: string }[]>;
  };
  readonly CloudElementTemplatesLinterPlugin: (templates: readonly object[]) => object;
}

/** What Desktop Modeler lints with: @camunda/linting, and the linter of element templates with these templates. */
export async function stockLinter(templates: readonly object[]): Promise<LintDiagram> {
  const { Linter, CloudElementTemplatesLinterPlugin } = await load();
  const linter = new Linter({ plugins: [CloudElementTemplatesLinterPlugin(templates)] });
  return async (xml) => (await linter.lint(xml)).map(({ rule, message }) => `${rule}: ${message}`);
}

/** Both are written for a bundler: they are bundled first, as a modeler bundles them. */
async function load(): Promise<StockModule> {
  mkdirSync(folder, { recursive: true });
  const entry = `${folder}entry.mjs`;
  writeFileSync(
    entry,
    `export { Linter } from '@camunda/linting';
export { CloudElementTemplatesLinterPlugin } from 'bpmn-js-element-templates';
`,
  );
  const outDir = `${folder}out`;
  await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(new URL('../../', import.meta.url)),
    build: { ssr: entry, outDir, minify: false, emptyOutDir: true },
    ssr: { noExternal: true },
  });
  return withPageStandIn(async () => (await import(pathToFileURL(`${outDir}/entry.js`).href)) as StockModule); // the entry's exports
}

/** The templates' package touches a page while it loads, not while it lints: something that takes everything will do. */
async function withPageStandIn<T>(run: () => Promise<T>): Promise<T> {
  const standIn: object = new Proxy(() => undefined, {
    get: (_, key) => (key === Symbol.toPrimitive ? () => '' : standIn),
    apply: () => standIn,
    construct: () => standIn,
  });
  const names = ['document', 'window', 'Element'] as const;
  for (const name of names) Object.defineProperty(globalThis, name, { value: standIn, configurable: true });
  try {
    return await run();
  } finally {
    for (const name of names) Reflect.deleteProperty(globalThis, name);
  }
}
