import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTime, normalizeTime, TIME_PATTERN } from './time.ts';

describe('time', () => {
  it.each([
    ['2026-11-23T10:00:00Z', '2026-11-23T10:00:00.000Z'],
    ['2026-11-23t10:00:00z', '2026-11-23T10:00:00.000Z'],
    ['2026-11-23T10:00:00+01:00', '2026-11-23T09:00:00.000Z'],
    ['2026-11-23T10:00:00-05:30', '2026-11-23T15:30:00.000Z'],
    ['2026-11-23T10:00:00.123456789Z', '2026-11-23T10:00:00.123Z'],
    ['2026-11-23T10:00:00.5Z', '2026-11-23T10:00:00.500Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    ['2026-11-23T10:00:00+01:00[Europe/Berlin]', '2026-11-23T09:00:00.000Z'],
    ['2026-11-23T10:00:00+01:00@Europe/Berlin', '2026-11-23T09:00:00.000Z'],
    ['2026-11-23T10:00Z', '2026-11-23T10:00:00.000Z'],
    ['2026-11-23T10:00+01:00[Europe/Berlin]', '2026-11-23T09:00:00.000Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
  ])('reads %s as %s', (value, iso) => {
    expect(normalizeTime(value)).toBe(iso);
    expect(checkTime(value)).toEqual([]);
    expect(new RegExp(TIME_PATTERN).test(value)).toBe(true);
  });

  it.each([
    ['', 'not an RFC 3339 date and time: found ""'],
    ['yesterday', 'not an RFC 3339 date and time: found "yesterday"'],
    ['2026-11-23', 'not an RFC 3339'],
    ['2026-11-23 10:00:00Z', 'not an RFC 3339'],
    ['2026-11-23T10:00:00', 'no offset from UTC'],
    ['2026-11-23T10:00', 'no offset from UTC'],
    ['2026-02-30T10:00:00Z', 'does not exist'],
    ['2026-13-01T10:00:00Z', 'does not exist'],
    ['2026-11-23T25:00:00Z', 'does not exist'],
    ['9999-12-31T23:59:59-01:00', 'does not exist'],
  ])('refuses %j: %s', (value, text) => {
    const [issue] = checkTime(value);
    expect(issue).toMatchObject({ rule: 'time-format', field: 'input.time', severity: 'error' });
    expect(issue?.message).toContain(text);
  });

  it('gives back every ISO time unchanged', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true }),
        (date) => {
          expect(normalizeTime(date.toISOString())).toBe(date.toISOString());
        },
      ),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void checkTime(text)));
  });
});
