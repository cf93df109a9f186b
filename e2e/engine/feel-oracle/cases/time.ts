import type { Cases } from './cases.ts';

export const time: Cases = {
  now: [
    'now() > date and time("2020-01-01T00:00:00Z")',
    'now() instance of date and time',
    'string length(string(now())) > 10',
  ],
  today: ['today() > date("2020-01-01")', 'today() instance of date', 'string length(string(today()))'],
  'day of week': [
    'day of week(date("2026-11-23"))',
    'day of week(date and time("2026-11-29T10:00:00Z"))',
    'day of week(null)',
  ],
  'day of year': ['day of year(date("2026-11-23"))', 'day of year(date("2024-12-31"))', 'day of year("2026-01-01")'],
  'week of year': [
    'week of year(date("2026-11-23"))',
    'week of year(date("2027-01-01"))',
    'week of year(date("2024-12-30"))',
  ],
  'month of year': ['month of year(date("2026-11-23"))', 'month of year(date("2026-01-31"))', 'month of year(1)'],
  'last day of month': [
    'last day of month(date("2024-02-10"))',
    'last day of month(date and time("2026-11-23T12:00:00"))',
    'last day of month("2024-02-10")',
  ],
};
