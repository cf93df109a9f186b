import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { helpText } from '@eventbridge-kit/node-kit/options';
import { PROGRAM } from './cli/options.ts';
import * as door from './index.ts';
import { PROPERTY_KEYS, TEMPLATE_KEYS } from './emit/key-order.ts';

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}
const readme = read('../README.md');

describe('the README', () => {
  it('shows the example that compiles and runs here', () => {
    expect(readme).toContain(`\`\`\`ts\n${read('../test/example.ts')}\`\`\``);
  });

  it('shows the command line as it is', () => {
    expect(readme).toContain(`\`\`\`text\n${helpText(PROGRAM)}\`\`\``);
  });

  it('names everything that the package exports', () => {
    expect(Object.keys(door).filter((name) => !readme.includes(name))).toEqual([]);
  });

  it('names every member of a template and of a property', () => {
    const members = [...TEMPLATE_KEYS, ...PROPERTY_KEYS].filter((key) => !['$schema', 'id', 'type'].includes(key));
    expect(members.filter((key) => !readme.includes(`\`${key}`))).toEqual([]);
  });

  it('names every lint rule', () => {
    expect(door.LINT_RULES.filter(({ id }) => !readme.includes(`| \`${id}\` `))).toEqual([]);
  });
});
