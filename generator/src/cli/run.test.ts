import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from './run.ts';

const fixtures = fileURLToPath(new URL('../../test/fixtures', import.meta.url));

let out: string;

beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'generator-'));
});

afterEach(() => rmSync(out, { recursive: true }));

/** Runs the command line in the fixtures' folder. */
const cli = async (...argv: string[]): Promise<{ code: number; stdout: string; stderr: string }> => {
  let [stdout, stderr] = ['', ''];
  const code = await run(argv, {
    workingDirectory: fixtures,
    out: (text) => (stdout += text),
    err: (text) => (stderr += text),
  });
  return { code, stdout, stderr };
};

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
      'bad.ts: error: again: it writes the input `name`, as "name" does at the same time; give both conditions that exclude each other (same-target)',
      expect.stringMatching(/^bad\.ts: error: broken: feel .*\(schema\)$/),
      '',
    ]);
    expect(readdirSync(out)).toEqual([]);
  });

  it.each([
    ['throws.ts', 'throws.ts: error: cannot be loaded: the definition has a mistake\n'],
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
    [[], 'the command is missing'],
    [['make'], 'the command "make" is unknown'],
    [['generate'], 'the file is missing'],
    [['generate', 'good.ts', '--chek'], '--chek'],
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
    for (const option of ['--check', '--out', '--help']) expect(stdout).toContain(option);
  });
});
