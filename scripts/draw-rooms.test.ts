import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

it('docs/architecture.md shows the imports between the rooms as they are (npm run generate draws it anew)', () => {
  const run = fileURLToPath(new URL('run.js', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [run, 'draw-rooms', '--check'], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  expect(`${stdout}${stderr}`).toBe('');
  expect(status).toBe(0);
});
