import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PRESETS, RULES } from '../src/core.ts';
import { packedProject, type PackedProject, type Ran } from '@eventbridge-kit/testkit/lint/packed';
import { withOutputs } from '@eventbridge-kit/testkit/lint/readme';

const room = new URL('..', import.meta.url);
const readme = fileURLToPath(new URL('README.md', room));
const { version } = JSON.parse(readFileSync(new URL('package.json', room), 'utf8')) as { readonly version: string }; // ours

let project: PackedProject;

beforeAll(async () => {
  project = await packedProject();
  copyFileSync(fileURLToPath(new URL('examples/broken.bpmn', room)), join(project.folder, 'broken.bpmn'));
});

afterAll(() => {
  project.remove();
});

function bpmnlint(config: object): Promise<Ran> {
  writeFileSync(join(project.folder, '.bpmnlintrc'), JSON.stringify(config));
  return project.run('bpmnlint', 'bpmnlint', ['broken.bpmn']);
}

function rulesIn(output: string): string[] {
  return [...output.matchAll(/eventbridge\/([\w-]+)/g)].map(([, id]) => id ?? '');
}

describe('the packed package', () => {
  it('runs on the command line of bpmnlint, with and without the descriptors', async () => {
    const without = await bpmnlint({ extends: 'plugin:eventbridge/recommended' });
    expect(without).toMatchObject({ code: 1, stderr: '' });
    expect(rulesIn(without.stdout)).toContain('region-format');
    const moddleExtensions = { zeebe: 'zeebe-bpmn-moddle/resources/zeebe.json' };
    const withThem = await bpmnlint({ extends: 'plugin:eventbridge/recommended', moddleExtensions });
    expect(withThem.stdout).toBe(without.stdout);
  });

  it('lets bpmnlint configure single rules', async () => {
    const { stdout } = await bpmnlint({ rules: { 'eventbridge/source-reserved': 'warn' } });
    expect(rulesIn(stdout)).toEqual(['source-reserved']);
    expect(stdout).toContain('warning');
  });

  it('has its own command', async () => {
    const { code, stdout } = await project.run('bpmnlint-plugin-eventbridge', 'eventbridge-lint', [
      ...['--format', 'json', 'broken.bpmn'],
    ]);
    expect(code).toBe(1);
    expect((JSON.parse(stdout) as { version: string }).version).toBe(version);
  });

  it('opens at every door, by import and by require', async () => {
    const doors = ['', '/core', '/modeler', ...RULES.map(({ id }) => `/rules/${id}`)];
    const names = JSON.stringify(doors.map((door) => `bpmnlint-plugin-eventbridge${door}`));
    const { stderr, stdout } = await project.evaluate(`
      import { createRequire } from 'node:module';
      const require = createRequire(process.cwd() + '/x.js');
      for (const name of ${names}) {
        const imported = await import(name);
        const required = require(name);
        if (name.includes('/rules/') && (typeof imported.default !== 'function' || required !== imported.default)) throw new Error(name);
      }
      console.log(Object.keys(require('bpmnlint-plugin-eventbridge').configs).join());`);
    expect(stderr).toBe('');
    expect(stdout.trim()).toBe(PRESETS.join());
  });

  it('brings the page of every rule, and names one address for each', async () => {
    const { stdout } = await project.evaluate(`
      import { documentationUrl, RULES } from 'bpmnlint-plugin-eventbridge/core';
      console.log(JSON.stringify(RULES.map(({ id }) => [id, documentationUrl(id)])));`);
    for (const [id, url] of JSON.parse(stdout) as [string, string][]) {
      expect(url).toMatch(/^https:\/\//);
      expect(url).toContain(version);
      expect(url.endsWith(`/${id}.html`), url).toBe(true);
      const page = join(project.folder, 'node_modules/bpmnlint-plugin-eventbridge/dist/docs', `${id}.html`);
      expect(existsSync(page), page).toBe(true);
    }
  });

  it('keeps bpmnlint and the reader of files out of the door for editors', () => {
    const core = readFileSync(join(project.folder, 'node_modules/bpmnlint-plugin-eventbridge/dist/core.js'), 'utf8');
    expect(core).not.toMatch(/bpmn-moddle|bpmnlint['/]|tinyglobby|['"]node:/);
  });

  it('prints what the README shows', async () => {
    const page = readFileSync(readme, 'utf8');
    const fresh = await format(await withOutputs(page, project), {
      ...(await resolveConfig(readme)),
      filepath: readme,
    });
    expect(fresh, 'run npm run generate').toBe(page);
  });
});
