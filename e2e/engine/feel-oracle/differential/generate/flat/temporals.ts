import { literals } from '../expression.ts';

export const flatDate = literals(
  'date',
  ...[
    'date("2026-11-23")',
    'date("2024-02-29")',
    '@"2026-01-31"',
    'date(2026, 3, 31)',
    'date("1969-12-31")',
    'today()',
  ],
  ...[
    'date(day)',
    'date("2026-02-30")',
    'date(2026, 13, 1)',
    'date("-0044-03-15")',
    'date("99999-01-01")',
    '@"0001-01-01"',
  ],
  ...['date("2026-1-1")', 'date(null)', 'date(date and time(when))', 'date("20261123")', 'date(2026.0, 1, 1)'],
);

export const flatTime = literals(
  'time',
  ...['time("10:30:45")', '@"10:30:00"', 'time("23:59:59.999")', 'time("10:30:45+02:00")', 'time("10:30:00Z")'],
  ...['time("10:30:45@Europe/Berlin")', 'time(10, 30, 15)', 'time(10, 30, 15, duration("PT2H"))', 'time(24, 0, 0)'],
  ...[
    'time("24:00:00")',
    'time("10:30")',
    'time(null)',
    'time(date and time(when))',
    'time(10, 30, 15.5)',
    '@"00:00:00"',
  ],
  ...[
    'time("10:30:45.123456789")',
    'time("10:30:45-00:00")',
    'time(date("2026-11-23"))',
    'time(10, 30, 15, duration("-PT1H30M"))',
  ],
);

export const flatDateTime = literals(
  'date and time',
  ...['date and time("2026-11-23T10:30:45Z")', '@"2026-11-23T10:30:45"', 'date and time(when)', 'now()'],
  ...['date and time("2026-11-23T10:30:45+01:00")', 'date and time("2026-11-23T10:30:45@Europe/Berlin")'],
  ...['@"2026-03-29T02:30:00@Europe/Berlin"', '@"2026-10-25T02:30:00@Europe/Berlin"', 'date and time("2026-11-23")'],
  ...['date and time("2026-11-23T10:00")', 'date and time("2026-11-23T10:00:00.500")', '@"2024-02-29T23:59:59.999Z"'],
  ...[
    'date and time(date("2026-11-23"), time("10:30:45"))',
    'date and time(date("2026-11-23"), time("10:30:45+02:00"))',
  ],
  ...[
    'date and time(@"2026-11-23T10:30:45Z", "America/New_York")',
    'date and time("2026-11-23T10:30:45@Nowhere/City")',
  ],
  ...['date and time("2026-11-23T25:00:00")', 'date and time("2026-11-23T24:00:00")', 'date and time(null)'],
  ...[
    'date and time(@"2026-11-23T10:30:45", "Europe/Berlin")',
    '@"1969-12-31T23:59:59Z"',
    '@"2026-11-23T10:30:45@UTC"',
  ],
);

export const flatDayTime = literals(
  'days and time duration',
  ...['duration("PT1H")', '@"P1D"', 'duration("P1DT2H3M4S")', 'duration("-PT30M")', 'duration("PT0S")', '@"PT26H90M"'],
  ...['duration("PT0.5S")', 'duration("PT1.123456789S")', 'duration("-P1DT1H")', 'duration("P400D")', 'duration("PT")'],
  ...[
    'duration("P1W")',
    'duration("PT-1H")',
    'duration(null)',
    'duration("nonsense")',
    '@"-PT0.001S"',
    'duration("P1Y1D")',
  ],
);

export const flatYearMonth = literals(
  'years and months duration',
  ...['duration("P1Y")', '@"P14M"', 'duration("-P1Y2M")', 'duration("P0M")', 'duration("P1Y2M")', 'duration("-P3M")'],
  ...['years and months duration(date("2024-01-15"), date("2026-03-14"))', 'duration("P0Y")', 'duration("P99Y13M")'],
);
