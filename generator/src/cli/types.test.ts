import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { notify } from '../../test/example.ts';
import { templateJson } from '../index.ts';
import { build } from './build.ts';
import { run } from './run.ts';

const example = fileURLToPath(new URL('../../test/example.ts', import.meta.url));

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'generator-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

async function types(...args: string[]): Promise<{ code: number; stderr: string }> {
  let stderr = '';
  const world = { workingDirectory: folder, out: () => undefined, err: (text: string) => (stderr += text), build };
  return { code: await run(['types', ...args], world), stderr };
}

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

function read(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

describe('types', () => {
  it('writes schema and types of a definition, with the values that a job carries', async () => {
    expect(await types(example, '--out', folder)).toEqual({ code: 0, stderr: '' });
    expect(readdirSync(folder).sort()).toEqual(['example.job.d.ts', 'example.job.schema.json']);
    const written = read('example.job.d.ts').replaceAll(/\s*\/\*\*[^]*?\*\//g, '');
    expect(written).toContain("token: string;\n        type: 'token';");
    expect(written).toContain('    recipients: string[];\n    data?: JsonObject;\n    priority?: number;');
    expect(written).toContain("token?: never;\n        type: 'none';");
    expect(JSON.parse(read('example.job.schema.json'))).toMatchObject({
      $schema: 'http://json-schema.org/draft-07/schema#',
      properties: { headers: { required: ['elementTemplateId', 'elementTemplateVersion'] } },
    });
  });

  it("writes those of a template's JSON, of a list those of its newest version", async () => {
    const old = { ...notify, version: 0, properties: { jobType: notify.properties.jobType } };
    write('notify.json', `[${templateJson(notify)}, ${templateJson(old)}]`);
    expect(await types('notify.json')).toEqual({ code: 0, stderr: '' });
    // what the definition alone knows, that the field holds a list, is text here
    expect(read('notify.job.d.ts')).toContain('recipients: string;');
    expect(await types('notify.json', '--check')).toEqual({ code: 0, stderr: '' });
    write('notify.job.d.ts', `${read('notify.job.d.ts')}//`);
    expect((await types('notify.json', '--check')).stderr).toContain(
      'run: element-template-generator types notify.json',
    );
  });

  it.each([
    ['{"id": "a",\n "id": "b"}', 'x.json:2:2: error: the key "id" stands twice in one object, first in line 1'],
    ['{"id": }', 'x.json: error: is no JSON: '],
    ['[]', 'x.json:1:1: error: a template is a JSON object, found a list'],
    ['null', 'x.json:1:1: error: a template is a JSON object, found null'],
    [
      '{"id":"a","name":"A","appliesTo":[],"properties":[\n  {"id":"x","type":"String","binding":{"type":"zeebe:inptu","name":"x"}}]}',
      'x.json:2:47: error: x: no binding is called "zeebe:inptu" (did you mean "zeebe:input"?)',
    ],
    [
      '{"id":"a","name":"A","appliesTo":[],"properties":[\n  {"type":"String","binding":5}]}',
      'x.json:2:30: error: properties/0: binding must be an object, found a number',
    ],
    [
      '{"id":"a","name":"A","appliesTo":[],"properties":{}, "groups": [{"id":"g","label":"G"},{"id":"g","label":"H"}]}',
      'the id "g" stands twice',
    ],
  ])('refuses %j with the place, and writes nothing', async (text, message) => {
    write('x.json', text);
    const { code, stderr } = await types('x.json');
    expect(stderr).toContain(message);
    expect(code).toBe(1);
    expect(readdirSync(folder)).toEqual(['x.json']);
  });

  it('leaves alone files that it did not make', async () => {
    write('notify.json', templateJson(notify));
    write('notify.job.d.ts', 'export type Mine = 1;');
    expect((await types('notify.json')).stderr).toContain(
      'notify.job.d.ts: error: is there already and is no job types',
    );
    expect(read('notify.job.d.ts')).toBe('export type Mine = 1;');
  });
});
