import { describe, expect, it } from 'vitest';
import { checkTraceHeader } from './trace-header.ts';

const GOOD = 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1';

describe('trace header', () => {
  it.each([
    GOOD,
    'Root=1-5759e988-bd862e3fe1be46a994272793',
    `Self=1-67891234-12456789abcdef012345678a;${GOOD};Lineage=a87bd80c:1|68fd508a:5`,
  ])('accepts %s', (value) => expect(checkTraceHeader(value)).toEqual([]));

  it.each([
    ['', 'trace-header-empty', 'error'],
    ['x'.repeat(501), 'trace-header-too-long', 'error'],
    ['hello', 'trace-header-format', 'warning'],
    ['Root=1-xyz-bd862e3fe1be46a994272793', 'trace-header-format', 'warning'],
  ])('reports %j as %s (%s)', (value, rule, severity) =>
    expect(checkTraceHeader(value)).toMatchObject([{ rule, severity }]),
  );
});
