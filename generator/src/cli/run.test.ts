import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { build } from './build.ts';
import { run } from './run.ts';

const fixtures = fileURLToPath(new URL('../../test/fixtures', import.meta.url));

let out: string;

beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'generator-'));
});

afterEach(() => rmSync(out, { recursive: true }));

/** Runs the command line in the fixtures' folder. */
async function cli(...argv: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  let [stdout, stderr] = ['', ''];
  const code = await run(argv, {
    workingDirectory: fixtures,
    out: (text) => (stdout += text),
    err: (text) => (stderr += text),
    build,
  });
  return { code, stdout, stderr };
}

describe('generate', () => {
  it('writes the template and its page, the icon inside', async () => {
    expect(await cli('generate', 'good.ts', '--out', out)).toMatchObject({ code: 0, stderr: '' });
    expect(readdirSync(out).sort()).toEqual(['good.json', 'good.md']);
    const { id, icon } = JSON.parse(readFileSync(join(out, 'good.json'), 'utf8')) as {
      id: string;
      icon: { contents: string };
    };
    expect(id).toBe('com.example.good.v1');
    const [, base64 = ''] = icon.contents.split('data:image/svg+xml;base64,');
    expect(Buffer.from(base64, 'base64').toString()).toBe(readFileSync(join(fixtures, 'icon.svg'), 'utf8'));
  });

  it('says what it did, and leaves alone what is up to date', async () => {
    expect((await cli('generate', 'good.ts', '--out', out)).stdout).toContain('good.json written');
    expect((await cli('generate', 'good.ts', '--out', out)).stdout).toContain('good.json is up to date');
  });

  it('names the files after the exports where there are several definitions', async () => {
    expect((await cli('generate', 'two.ts', '--out', out)).code).toBe(0);
    expect(readdirSync(out).sort()).toEqual([
      'two-first.json',
      'two-first.md',
      'two-the-second.json',
      'two-the-second.md',
    ]);
  });

  it('names file and property of what is wrong, each place once, and writes nothing', async () => {
    const { code, stderr } = await cli('generate', 'bad.ts', '--out', out);
    expect(code).toBe(1);
    expect(stderr.split('\n')).toEqual([
      'bad.ts:9:32: error: again: it writes the input `name`, as "name" does at the same time; give both conditions that exclude each other (same-target)',
      'bad.ts:9:64: error: broken: feel must be one of optional, required (schema)',
      '',
    ]);
    expect(readdirSync(out)).toEqual([]);
  });

  it.each([
    ['throws.ts', 'throws.ts:1:7: error: cannot be loaded: the definition has a mistake\n'],
    ['empty.ts', 'empty.ts: error: exports no definition; export what defineTemplate returns\n'],
  ])('says why %s cannot be generated', async (file, message) => {
    expect(await cli('generate', file, '--out', out)).toEqual({ code: 1, stdout: '', stderr: message });
  });

  it('goes on with the other files after a wrong one', async () => {
    expect((await cli('generate', 'empty.ts', 'good.ts', '--out', out)).code).toBe(1);
    expect(existsSync(join(out, 'good.json'))).toBe(true);
  });

  it('leaves no half-written file where it cannot write', async () => {
    // A folder stands where the file should go.
    mkdirSync(join(out, 'good.json'));
    const { code, stderr } = await cli('generate', 'good.ts', '--out', out);
    expect(code).toBe(1);
    expect(stderr).toContain('good.json: error: cannot be written');
    expect(readdirSync(out)).toEqual(['good.json']);
  });

  it('writes template and page together or not at all', async () => {
    await cli('generate', 'good.ts', '--out', out);
    writeFileSync(join(out, 'good.json'), `{"appliesTo":[],"properties":[]}`);
    rmSync(join(out, 'good.md'));
    mkdirSync(join(out, 'good.md'));
    const { code, stderr } = await cli('generate', 'good.ts', '--out', out);
    expect(code).toBe(1);
    expect(stderr).toContain('good.md: error: cannot be written');
    expect(readFileSync(join(out, 'good.json'), 'utf8')).toBe(`{"appliesTo":[],"properties":[]}`);
    expect(readdirSync(out).sort()).toEqual(['good.json', 'good.md']);
  });

  it.each([
    ['good.json', '{"name": "a package"}', 'no element template'],
    ['good.md', '# My own page', 'no reference page'],
  ])('leaves alone a %s that it did not make', async (name, text, words) => {
    writeFileSync(join(out, name), text);
    const { code, stderr } = await cli('generate', 'good.ts', '--out', out);
    expect(code).toBe(1);
    expect(stderr).toContain(words);
    expect(readdirSync(out)).toEqual([name]);
    expect(readFileSync(join(out, name), 'utf8')).toBe(text);
  });

  it('refuses two definitions that would write one file', async () => {
    const { code, stderr } = await cli('generate', 'good.ts', './good.ts', '--out', out);
    expect(code).toBe(1);
    expect(stderr).toContain('comes from good.ts and from ./good.ts');
  });

  it('refuses JSON, which it would overwrite, and tells of a key that stands twice', async () => {
    const file = join(out, 'definition.json');
    const text = readFileSync(join(fixtures, 'definition.json'), 'utf8');
    writeFileSync(file, text);
    const { code, stderr } = await cli('generate', file);
    expect(code).toBe(1);
    expect(stderr).toContain(`${file}: error: is JSON, which generate writes and does not read`);
    expect(stderr).toContain(`${file}:5:3: error: the key "name" stands twice in one object, first in line 3`);
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect(readdirSync(out)).toEqual(['definition.json']);
  });

  it('tells of plain JavaScript what the compiler tells of TypeScript, each with its place', async () => {
    const { code, stderr } = await cli('generate', 'repeated.js', '--out', out);
    expect(code).toBe(1);
    for (const line of [
      '4:15: error: no element is called "bpmn:ServceTask" (did you mean "bpmn:ServiceTask"?); write such as bpmn:ServiceTask (element-type)',
      '5:38: error: the key "main" stands twice in one object, first in line 5; the last one would win: remove or rename one (repeated-key)',
      '7:45: error: flag: its value cannot be "yes": a checkbox is true or false, without quotes (value-type)',
      '8:30: error: count: its value cannot be "abc": a number field holds a number, such as 5 (value-type)',
      '11:7: error: other: its condition compares "flag" with "true", which it never is: a checkbox is true or false',
      '19:51: warning: expression: its field is always FEEL, yet its default has no leading "="',
      '20:5: error: secret: it is hidden and has no value',
      '21:5: error: the key "shown" stands twice in one object, first in line 14',
      '23:21: error: the preset "one" sets a property that is not there: no property has the id "cuont" (did you mean "count"?)',
      '26:20: error: the step "Two" applies a preset that is not there: no preset has the id "two"',
    ]) {
      expect(stderr).toContain(`repeated.js:${line}`);
    }
    // the second of two equal keys is what JavaScript keeps
    expect(stderr).toContain(
      'repeated.js:21:30: error: shown: a property has no member "groop" (did you mean "group"?)',
    );
    expect(readdirSync(out)).toEqual([]);
  });

  it('prints problems and files as JSON', async () => {
    const good = await cli('generate', 'good.ts', '--out', out, '--json');
    expect(good).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(good.stdout)).toMatchObject({
      problems: [],
      files: [{ state: 'written' }, { state: 'written' }],
    });
    const bad = await cli('generate', 'bad.ts', '--out', out, '--json');
    expect(bad).toMatchObject({ code: 1, stderr: '' });
    expect(JSON.parse(bad.stdout)).toMatchObject({
      problems: [
        {
          file: 'bad.ts',
          place: { line: 9, column: 32 },
          severity: 'error',
          property: 'again',
          rule: 'same-target',
        },
        { rule: 'schema', property: 'broken' },
      ],
      files: [],
    });
  });
});

describe('generate --check', () => {
  it('is content with what is up to date', async () => {
    await cli('generate', 'good.ts', '--out', out);
    expect(await cli('generate', 'good.ts', '--out', out, '--check')).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('fails on a file that is missing or differs, and does not touch it', async () => {
    await cli('generate', 'good.ts', '--out', out);
    writeFileSync(join(out, 'good.md'), 'edited');
    rmSync(join(out, 'good.json'));
    const { code, stderr } = await cli('generate', 'good.ts', '--out', out, '--check');
    expect(code).toBe(1);
    expect(stderr).toContain('good.json: error: not up to date; run: element-template-generator generate good.ts');
    expect(stderr).toContain('good.md: error: not up to date');
    expect(readdirSync(out)).toEqual(['good.md']);
    expect(readFileSync(join(out, 'good.md'), 'utf8')).toBe('edited');
  });
});

describe('bad use', () => {
  it.each([
    [[], 'The command is missing'],
    [['make'], 'There is no such command: found "make". Write one of generate, types.'],
    [['generate'], 'The file is missing'],
    [['genrate', 'good.ts'], 'There is no such command: found "genrate". Did you mean generate?'],
    [['generate', 'good.ts', '--chek'], 'There is no such flag: found "--chek". Did you mean --check?'],
    [
      ['generate', 'good.ts', '--load-timeout', 'soon'],
      'found "soon". Write a whole number of seconds from 0 to 999999.',
    ],
    [['generate', '.'], '. is a folder'],
    [['generate', 'good.ts', '--out', 'empty.ts'], '--out takes a folder, and empty.ts is a file'],
    [['generate', 'gone.ts'], 'gone.ts does not exist'],
    [['generate', 'good.ts', '--out', 'gone'], 'gone does not exist'],
  ])('%j ends with 2 and says why', async (argv, words) => {
    const { code, stdout, stderr } = await cli(...argv);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(words);
  });

  it('--help shows every option and ends with 0', async () => {
    const { code, stdout } = await cli('--help');
    expect(code).toBe(0);
    for (const option of ['--check', '--out', '--json', '--load-timeout', '--version', '--help'])
      expect(stdout).toContain(option);
  });

  it('--version prints the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    expect(await cli('--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});
