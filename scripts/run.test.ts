import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';

const run = fileURLToPath(new URL('run.js', import.meta.url));
const probe = fileURLToPath(new URL('run-probe.ts', import.meta.url));

afterEach(() => rmSync(probe, { force: true }));

function start(name: string, ...rest: string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [run, name, ...rest], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return { status, out: stdout, err: stderr };
}

describe('a script', () => {
  it('runs from source, with the rooms, and gets its arguments', () => {
    writeFileSync(
      probe,
      `import { parseDurationMs } from '@eventbridge-kit/connector';
       const [, , text] = process.argv as [string, string, string];
       process.stdout.write(JSON.stringify(parseDurationMs(text)));`,
    );
    const { status, out } = start('run-probe', 'PT2S');
    expect(out).toContain('2000');
    expect(status).toBe(0);
  });

  it('tells what is missing without a stack, and fails', () => {
    writeFileSync(
      probe,
      `import { ToolMissing } from '@eventbridge-kit/testkit/machine/say';
       throw new ToolMissing('No Java here. Install one.');`,
    );
    const { status, err } = start('run-probe');
    expect(err.trim()).toBe('No Java here. Install one.');
    expect(status).toBe(1);
  });

  it('may stand in a room', () => {
    const { status, out } = start('e2e/engine/pattern-oracle/run.ts', '--help');
    expect(out).toContain('patterns:differential');
    expect(status).toBe(0);
  });

  it('is refused by name when it does not exist', () => {
    const { status, err } = start('nothing');
    expect(err).toContain('No such script: nothing');
    expect(status).toBe(2);
  });
});
