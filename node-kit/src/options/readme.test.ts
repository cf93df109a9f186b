import { describe, expect, it } from 'vitest';
import { onOrOff, option, readmeTable, tablesIn, text, toggle } from './index.ts';

const TABLE = {
  mode: option({ flag: 'mode', kind: text('A|B', 'a or b'), description: 'Mode.', default: 'a' }),
  quiet: toggle({ flag: 'quiet', description: 'Say nothing.' }),
};

describe('the table of options in a README', () => {
  it('has a row for each option, and no column that is empty', () => {
    expect(readmeTable(TABLE)).toEqual([
      '|flag|what it does|default|',
      '|-|-|-|',
      String.raw`|${'`--mode A\\|B`'}|Mode.|a|`,
      '|`--quiet`|Say nothing.||',
    ]);
    const check = option({ env: ['CHECK'], kind: onOrOff(), description: 'Check.', default: false });
    expect(readmeTable({ check })[2]).toBe('|`CHECK`|Check.|on, off|off|');
  });

  it('is found in a page, however its cells are padded', () => {
    const page = [
      '| other | one |',
      '| ----- | --- |',
      '',
      '| flag           | what it does | default |',
      '| -------------- | ------------ | ------- |',
      '| `--mode A\\|B` | Mode.        | a       |',
      '| `--quiet`      | Say nothing. |         |',
      'text',
    ].join('\n');
    expect(tablesIn(page)).toEqual([readmeTable(TABLE)]);
  });
});
