import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PROTOCOLS } from '../protocols/handle.ts';
import { DEFAULT_ACCESS_KEY } from '../options.ts';
import { faultsTable, flagsTable } from '../../test/readme-tables.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** Rows of a table, the cells' padding aside. */
function rows(table: string): string[] {
  return table
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[ |-]*$/.test(line))
    .map((line) => line.replaceAll(/ +/g, ' '));
}

function section(name: string): string {
  return new RegExp(`<!-- ${name}:start[^>]*-->(.*)<!-- ${name}:end -->`, 's').exec(readme)?.[1] ?? '';
}

describe('the README', () => {
  it.each([
    ['flags', flagsTable()],
    ['faults', faultsTable()],
  ])('has the table of %s that the program has', (name, table) => {
    expect(rows(section(name))).toEqual(rows(table));
  });

  it('names every operation', () => {
    const names = PROTOCOLS.flatMap(({ operations }) => operations.map(({ name }) => name));
    expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(section('operations')))).toEqual([]);
  });

  it('shows the default key', () => {
    expect(readme).toContain(`export AWS_ACCESS_KEY_ID=${DEFAULT_ACCESS_KEY.accessKeyId}\n`);
    expect(readme).toContain(`export AWS_SECRET_ACCESS_KEY=${DEFAULT_ACCESS_KEY.secretAccessKey}\n`);
  });
});
