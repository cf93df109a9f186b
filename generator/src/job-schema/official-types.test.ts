import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { jobTypes } from '../cli/job-types.ts';
import { importTemplate, jobSchema } from '../index.ts';

const folder = join(
  dirname(createRequire(import.meta.url).resolve('@camunda/connectors-element-templates/package.json')),
  'src/element-templates',
);

const templates = readdirSync(folder).flatMap(
  (file) => [JSON.parse(readFileSync(join(folder, file), 'utf8'))].flat() as unknown[],
);

async function typesOf(json: unknown): Promise<string> {
  const result = importTemplate(json);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return jobTypes(jobSchema(result.template), { format: false });
}

/** What the compiler says of modules that exist in memory alone. */
function compileErrors(modules: ReadonlyMap<string, string>): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    lib: ['lib.es5.d.ts'],
    types: [],
    skipLibCheck: true,
    module: ts.ModuleKind.ESNext,
  };
  const host = ts.createCompilerHost(options);
  const disk = { ...host };
  host.getSourceFile = (name, language, ...rest) => {
    const text = modules.get(name);
    return text === undefined ? disk.getSourceFile(name, language, ...rest) : ts.createSourceFile(name, text, language);
  };
  host.fileExists = (name) => modules.has(name) || disk.fileExists(name);
  host.readFile = (name) => modules.get(name) ?? disk.readFile(name);
  const program = ts.createProgram([...modules.keys()], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ file, messageText }) => `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
}

describe("the job types of Camunda's own templates", () => {
  it('compile under strict, all versions', async () => {
    const modules = new Map<string, string>();
    // as .ts: declarations are not checked where libraries are skipped
    for (const [index, json] of templates.entries()) modules.set(`/types/${index}.ts`, await typesOf(json));
    expect(modules.size).toBe(693);
    expect(compileErrors(modules)).toEqual([]);
  }, 600_000);

  it('would not pass with a mistake in one of them', () => {
    expect(compileErrors(new Map([['/types/0.ts', 'export type A = { a: B };']]))).toEqual([
      "/types/0.ts: Cannot find name 'B'.",
    ]);
  }, 600_000);
});
