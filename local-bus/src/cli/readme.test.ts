import { readmeTable, tablesIn } from '@eventbridge-kit/node-kit/options';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PROTOCOLS } from '../protocols/handle.ts';
import { DEFAULT_ACCESS_KEY } from '../options.ts';
import { faultsTable } from '../../test/readme-tables.ts';
import { CLI_OPTIONS } from './options.ts';

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
  it('has the table of flags that the program has', () => {
    expect(tablesIn(readme)).toEqual([readmeTable(CLI_OPTIONS)]);
  });

  it('has the table of faults that the program has', () => {
    expect(rows(section('faults'))).toEqual(rows(faultsTable()));
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
