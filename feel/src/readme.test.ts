import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it, vi } from 'vitest';
import { withBuiltinsTable } from '@eventbridge-kit/testkit/feel/readme-tables';
import * as door from './index.ts';

function pathOf(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

const readme = readFileSync(pathOf('../README.md'), 'utf8');

/** Without the first line, which is for the linter. */
const example = readFileSync(pathOf('../test/example.ts'), 'utf8').replace(/^.*\n/, '');

describe('the README', () => {
  it('shows the example that runs, and what it prints', async () => {
    expect(readme).toContain(`\`\`\`ts\n${example}\`\`\``);
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    await import('../test/example.ts');
    const shown = Array.from(example.matchAll(/^ *\/\/ (.*)$/gm), ([, line]) => line);
    expect(log.mock.calls.map(([value]) => (typeof value === 'string' ? value : inspect(value)))).toEqual(shown);
    log.mockRestore();
  });

  it('names everything that the package exports', () => {
    expect(Object.keys(door).filter((name) => !readme.includes(`\`${name}`))).toEqual([]);
  });

  it('has the table of the functions as they are', async () => {
    const file = pathOf('../README.md');
    const written = await format(withBuiltinsTable(readme), { ...(await resolveConfig(file)), filepath: file });
    expect(written === readme, 'run npm run generate').toBe(true);
  });
});
