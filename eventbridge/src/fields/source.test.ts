import { describe, expect, it } from 'vitest';
import { checkSource, SOURCE_PATTERN } from './source.ts';

function rules(value: string): string[] {
  return checkSource(value).map((issue) => issue.rule);
}

describe('source', () => {
  it.each(['com.example.orders', 'awsome', 'aws', 'x'.repeat(256)])('accepts %j', (value) =>
    expect(rules(value)).toEqual([]),
  );

  it.each([
    ['', ['source-required']],
    ['  ', ['source-required']],
    ['aws.orders', ['source-reserved']],
    ['x'.repeat(257), ['source-too-long']],
    [`aws.${'x'.repeat(256)}`, ['source-reserved', 'source-too-long']],
  ])('refuses %j', (value, expected) => expect(rules(value)).toEqual(expected));

  it('offers the source without the reserved prefix', () => {
    expect(checkSource('aws.orders')[0]?.fix).toEqual({ title: 'Remove "aws."', value: 'orders' });
    expect(checkSource('aws.')[0]?.fix).toBeUndefined();
  });

  it('has a pattern that refuses what the check calls reserved', () => {
    expect(new RegExp(SOURCE_PATTERN).test('aws.s3')).toBe(false);
    expect(new RegExp(SOURCE_PATTERN).test('awsome.s3')).toBe(true);
  });

  it('says what is wrong, what was found and what to write', () => {
    expect(checkSource('x'.repeat(300))[0]?.message).toBe(
      'The source is too long: found 300 characters. Write at most 256.',
    );
  });
});
