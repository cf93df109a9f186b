import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { withBuiltinsTable } from '@eventbridge-kit/testkit/feel/readme-tables';
import * as door from './index.ts';

function pathOf(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

const readme = readFileSync(pathOf('../README.md'), 'utf8');

describe('the README', () => {
  it('names everything that the package exports', () => {
    expect(Object.keys(door).filter((name) => !readme.includes(`\`${name}`))).toEqual([]);
  });

  it('has the table of the functions as they are', async () => {
    const file = pathOf('../README.md');
    const written = await format(withBuiltinsTable(readme), { ...(await resolveConfig(file)), filepath: file });
    expect(written === readme, 'run npm run generate').toBe(true);
  });
});
