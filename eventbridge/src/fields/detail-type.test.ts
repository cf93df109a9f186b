import { describe, expect, it } from 'vitest';
import { checkDetailType } from './detail-type.ts';

describe('detail type', () => {
  it('accepts up to 128 characters', () => {
    expect(checkDetailType('OrderPlaced')).toEqual([]);
    expect(checkDetailType('x'.repeat(128))).toEqual([]);
  });

  it.each([
    ['', 'detail-type-required'],
    [' ', 'detail-type-required'],
    ['x'.repeat(129), 'detail-type-too-long'],
  ])('refuses %j as %s', (value, rule) => {
    expect(checkDetailType(value)).toMatchObject([{ rule, severity: 'error', field: 'input.detailType' }]);
  });

  it('warns that AWS loses a longer one silently', () => {
    expect(checkDetailType('x'.repeat(200))[0]?.message).toMatch(
      /accept .* and then lose it: found 200 characters\. Write at most 128\./,
    );
  });
});
