import { expect, it } from 'vitest';
import { read } from './reading.ts';

it.each([
  ['source', true],
  ['source.name[1]', true],
  ['{a: source}', true],
  ['{source: source}', true],
  ['{source: 1, b: source}', false],
  ['{source: 1, b: {c: source}}', false],
  ['{b: {source: 1}, c: source}', true],
  ['for source in list return source', false],
  ['for source in source return 1', true],
  ['for a in list, source in a return source', false],
  ['some source in list satisfies source > 1', false],
  ['sort(list, function(source, b) source < b)', false],
  ['list[source = 1]', false],
  ['source[1]', true],
])('%s reads a variable "source" of the outside: %s', (text, isRead) => {
  const paths = read(text)?.paths ?? [];
  expect(paths.some(({ segments, isLocal }) => segments[0] === 'source' && !isLocal)).toBe(isRead);
});
