import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDurationMs } from './duration.ts';

describe('a duration', () => {
  it.each([
    ['PT0S', 0],
    ['PT30S', 30_000],
    ['PT0.5S', 500],
    ['PT0,25S', 250],
    ['PT5M', 300_000],
    ['PT2H', 7_200_000],
    ['P1D', 86_400_000],
    ['P1DT2H3M4.005S', 93_784_005],
    ['pt90m', 5_400_000],
    ['  PT1S ', 1000],
    ['PT36H', 129_600_000],
  ])('%s takes %i ms', (text, ms) => {
    expect(parseDurationMs(text)).toEqual({ ok: true, ms });
  });

  it.each([
    ['', 'Not an ISO 8601 duration'],
    ['30', 'Not an ISO 8601 duration'],
    ['30s', 'Not an ISO 8601 duration'],
    ['P', 'Not an ISO 8601 duration'],
    ['PT', 'Not an ISO 8601 duration'],
    ['P1DT', 'Not an ISO 8601 duration'],
    ['PT1S1M', 'Not an ISO 8601 duration'],
    ['=duration("PT1S")', 'Not an ISO 8601 duration'],
    ['PT-5S', 'Not an ISO 8601 duration'],
    ['-PT5S', 'negative'],
    ['P-1D', 'negative'],
    ['P1Y', 'years, months or weeks'],
    ['P2M', 'years, months or weeks'],
    ['P2W', 'years, months or weeks'],
    ['P1Y2M3D', 'years, months or weeks'],
    [`PT${'9'.repeat(400)}S`, 'too long'],
  ])('%s is refused: %s', (text, reason) => {
    const result = parseDurationMs(text);
    expect(result).toMatchObject({ ok: false });
    expect(result.ok ? '' : result.message).toContain(reason);
  });

  it('says what was found and what to write', () => {
    const result = parseDurationMs('5 minutes');
    expect(result.ok ? '' : result.message).toBe(
      'Not an ISO 8601 duration: found "5 minutes", write for example PT30S for 30 seconds or PT5M for 5 minutes.',
    );
  });

  it('is read or refused, never thrown, from any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: fc.constantFrom('P', 'T', 'D', 'H', 'M', 'S', 'Y', 'W', '1', '0', '.', '-') }),
        ),
        (text) => {
          const result = parseDurationMs(text);
          if (result.ok) expect(result.ms).toBeGreaterThanOrEqual(0);
          else expect(result.message).not.toBe('');
        },
      ),
    );
  });
});
