import type { Cases } from './cases.ts';

export const ranges: Cases = {
  before: [
    'before(1, 10)',
    'before([1..5], 6)',
    'before(5, (5..10])',
    'before([1..5), [5..10])',
    'before([1..5], [5..10])',
  ],
  after: ['after(10, 1)', 'after([5..10], 4)', 'after(5, [1..5))', 'after((5..10], [1..5])', 'after([5..10], [1..5])'],
  meets: ['meets([1..5], [5..10])', 'meets([1..5), [5..10])', 'meets([1..5], [6..10])'],
  'met by': ['met by([5..10], [1..5])', 'met by((5..10], [1..5])', 'met by([6..10], [1..5])'],
  overlaps: ['overlaps([5..10], [1..6])', 'overlaps((3..7), [1..3])', 'overlaps([1..3], [3..5])'],
  'overlaps before': [
    'overlaps before([1..5], [4..10])',
    'overlaps before([3..4], [1..2])',
    'overlaps before([1..5), [5..10])',
  ],
  'overlaps after': [
    'overlaps after([4..10], [1..5])',
    'overlaps after([3..4], [1..2])',
    'overlaps after([5..10], [1..5))',
  ],
  finishes: ['finishes(5, [1..5])', 'finishes([3..5], [1..5])', 'finishes([1..5), [1..5])', 'finishes(10, [1..7])'],
  'finished by': ['finished by([5..10], 10)', 'finished by([1..5], [3..5])', 'finished by([5..10), 10)'],
  includes: ['includes([5..10], 6)', 'includes([1..10], [4..6])', 'includes([1..5), 5)', 'includes([1..10], 11)'],
  during: ['during(5, [1..10])', 'during([4..6], [1..10])', 'during([1..5], (1..10])', 'during(12, [1..10])'],
  starts: ['starts(1, [1..5])', 'starts([1..3], [1..5])', 'starts((1..3], [1..5])', 'starts(2, [1..5])'],
  'started by': ['started by([1..10], 1)', 'started by([1..10], [1..5])', 'started by((1..10], 1)'],
  coincides: ['coincides(5, 5)', 'coincides([1..5], [1..5])', 'coincides([1..5], [1..5))', 'coincides(3, 4)'],
};
