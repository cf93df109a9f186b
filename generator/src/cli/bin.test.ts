import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { helpText } from '@eventbridge-kit/node-kit/options';
import { PROGRAM } from './options.ts';

const bin = fileURLToPath(new URL('../../bin/cli.js', import.meta.url));
const fixtures = fileURLToPath(new URL('../../test/fixtures', import.meta.url));

function start(...argv: string[]) {
  return spawnSync(process.execPath, [bin, ...argv], { cwd: fixtures, encoding: 'utf8' });
}

describe('the bin', () => {
  it('starts the command line from the source, and hands on its exit code', () => {
    expect(start('--help')).toMatchObject({ status: 0, stdout: helpText(PROGRAM), stderr: '' });
    expect(start('make').status).toBe(2);
  });

  it('loads definitions in TypeScript', () => {
    const { status, stderr } = start('generate', 'good.ts', '--check');
    expect(stderr).toContain('good.json: error: not up to date');
    expect(status).toBe(1);
  });

  it.each([
    ['endless.ts', 'did not finish loading in time'],
    ['waits.ts', 'waits for a promise that is never fulfilled'],
    ['exits.ts', 'ended its process while it was loaded (exit code 3)'],
  ])(
    'says what is wrong with %s, and ends',
    (file, words) => {
      const { status, stderr } = start(
        'generate',
        file,
        '--check',
        '--load-timeout',
        file === 'endless.ts' ? '1' : '0',
      );
      expect(stderr).toContain(`${file}: error: ${words}`);
      expect(status).toBe(1);
    },
    300_000,
  );

  it.each(['definition.ts', 'definition.js'])(
    'loads %s in a package of CommonJS, too',
    (file) => {
      const folder = mkdtempSync(join(tmpdir(), 'generator-'));
      writeFileSync(join(folder, 'package.json'), '{"type": "commonjs"}');
      writeFileSync(
        join(folder, file),
        "export const a = { id: 'a', name: 'A', appliesTo: ['bpmn:Task'], properties: {} };\n",
      );
      const { status, stderr } = spawnSync(process.execPath, [bin, 'generate', file], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect(stderr).toBe('');
      expect(status).toBe(0);
      rmSync(folder, { recursive: true });
    },
    300_000,
  );

  it('keeps what a definition prints out of its own output', () => {
    const { stdout, stderr } = start('generate', 'prints.ts', '--check', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ problems: [{ file: 'prints.json' }, { file: 'prints.md' }] });
    expect(stderr).toContain('loaded');
  });
});
