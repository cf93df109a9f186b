import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { USAGE } from './args.ts';

const bin = fileURLToPath(new URL('../../bin/cli.js', import.meta.url));
const fixtures = fileURLToPath(new URL('../../test/fixtures', import.meta.url));

const start = (...argv: string[]) => spawnSync(process.execPath, [bin, ...argv], { cwd: fixtures, encoding: 'utf8' });

describe('the bin', () => {
  it('starts the command line from the source, and hands on its exit code', () => {
    expect(start('--help')).toMatchObject({ status: 0, stdout: USAGE, stderr: '' });
    expect(start('make').status).toBe(2);
  }, 30_000);

  it('loads definitions in TypeScript', () => {
    const { status, stderr } = start('generate', 'good.ts', '--check');
    expect(stderr).toContain('good.json: error: not up to date');
    expect(status).toBe(1);
  }, 30_000);
});
