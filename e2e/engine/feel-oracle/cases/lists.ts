import type { Cases } from './cases.ts';

export const lists: Cases = {
  'list contains': ['list contains([1, 2, 3], 2)', 'list contains(["a", null], null)', 'list contains([1], "1")'],
  count: ['count([1, 2, 3])', 'count([])', 'count(null)', 'count([null])'],
  all: ['all([true, true])', 'all(true, null)', 'all([])', 'all([false, null])'],
  any: ['any([false, true])', 'any(false, null)', 'any([])', 'any([true, "x"])'],
  sublist: [
    'sublist([1, 2, 3, 4], 2)',
    'sublist([1, 2, 3, 4], -2, 1)',
    'sublist([1, 2, 3], 5)',
    'sublist([1, 2, 3], 0)',
  ],
  append: ['append([1], 2, 3)', 'append([], [1])', 'append(null, 1)'],
  concatenate: ['concatenate([1, 2], [3])', 'concatenate(["a"], [], ["b"])', 'concatenate([1], null)'],
  'insert before': ['insert before([1, 3], 2, 2)', 'insert before([1, 2], -1, 9)', 'insert before([1], 5, 2)'],
  remove: ['remove([1, 2, 3], 2)', 'remove([1, 2, 3], -1)', 'remove([1], 4)'],
  reverse: ['reverse([1, 2, 3])', 'reverse([])', 'reverse("ab")'],
  'index of': ['index of([1, 2, 3, 2], 2)', 'index of(["a"], "b")', 'index of([null, 1], null)'],
  union: ['union([1, 2], [2, 3])', 'union([], ["a"])', 'union([1, 1], [1])'],
  'distinct values': [
    'distinct values([1, 2, 3, 2, 1])',
    'distinct values(["a", null, null])',
    'distinct values([{ a: 1 }, { a: 1 }])',
  ],
  'duplicate values': [
    'duplicate values([1, 2, 3, 2, 1])',
    'duplicate values([])',
    'duplicate values(["a", "b", "a"])',
  ],
  flatten: ['flatten([[1, 2], [[3]], 4])', 'flatten([])', 'flatten([{ a: [1] }])'],
  sort: [
    'sort([3, 1, 2], function(x, y) x < y)',
    'sort(order.items, function(x, y) x.price > y.price)',
    'sort([], function(x, y) x < y)',
  ],
  'is empty': ['is empty([])', 'is empty([1])', 'is empty(null)'],
  partition: ['partition([1, 2, 3, 4, 5], 2)', 'partition([], 2)', 'partition([1, 2], 0)', 'partition([1, 2], -1)'],
};
