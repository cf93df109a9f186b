import { describe, expect, it } from 'vitest';
import { leftOut } from './left-out.ts';

describe('what saving leaves out', () => {
  it('is nothing of a file that a modeler wrote', () => {
    expect(leftOut('<?xml version="1.0"?>\n<a><![CDATA[<!-- text -->]]></a>', [])).toEqual([]);
  });

  it('is told with the lines of comments and instructions', () => {
    const [told] = leftOut('<?xml version="1.0"?>\n<!-- one -->\n<a>\n<?other x?><!-- two\nlines --></a>', []);
    expect(told).toContain('lines 2, 4.');
  });

  it('is told with the names that references lead to', () => {
    expect(leftOut('<a/>', ['nope', 'nope', 'gone'])).toEqual([expect.stringContaining('nope, gone')]);
  });
});
