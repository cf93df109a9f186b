import { form, weighted } from '../expression.ts';
import { smallNumber } from '../flat/scalars.ts';
import type { Forms } from '../kinds.ts';
import { operator, operators } from './operators.ts';

export const temporalForms: Forms = {
  date: (tie) => [
    weighted(2, operators(['+', '-'], tie('date'), tie('dayTime'))),
    weighted(2, operators(['+', '-'], tie('date'), tie('yearMonth'))),
  ],
  time: (tie) => [weighted(2, operators(['+', '-'], tie('time'), tie('dayTime')))],
  dateTime: (tie) => [
    weighted(2, operators(['+', '-'], tie('dateTime'), tie('dayTime'))),
    weighted(2, operators(['+', '-'], tie('dateTime'), tie('yearMonth'))),
  ],
  dayTime: (tie) => [
    weighted(2, operator('-', tie('date'), tie('date'))),
    weighted(2, operator('-', tie('dateTime'), tie('dateTime'))),
    weighted(2, operator('-', tie('time'), tie('time'))),
    weighted(2, operators(['+', '-'], tie('dayTime'), tie('dayTime'))),
    weighted(2, operators(['*', '/'], tie('dayTime'), smallNumber)),
    weighted(1, operator('/', tie('dayTime'), tie('dayTime'))),
    weighted(
      1,
      form('-', [tie('dayTime')], (a) => `-${a}`),
    ),
  ],
  yearMonth: (tie) => [
    weighted(2, operators(['+', '-'], tie('yearMonth'), tie('yearMonth'))),
    weighted(2, operators(['*', '/'], tie('yearMonth'), smallNumber)),
    weighted(1, operator('/', tie('yearMonth'), tie('yearMonth'))),
  ],
  temporal: (tie) => [
    ...(['date', 'time', 'dateTime', 'dayTime', 'yearMonth'] as const).map((kind) => weighted(2, tie(kind))),
    weighted(1, operators(['+', '-'], tie('temporal'), tie('temporal'))),
  ],
};
