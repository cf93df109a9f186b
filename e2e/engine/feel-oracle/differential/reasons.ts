import type { Compared } from './compare.ts';

/** Why an answer of ours may be another one than the library's. */
export interface Reason {
  readonly title: string;
  readonly why: string;
  readonly covers: (difference: Compared) => boolean;
}

/** Every difference that is wanted. What none of these covers is a fault. */
export const REASONS: readonly Reason[] = [
  {
    title: 'Last digit of a power with a fraction, an exponential or a logarithm',
    why: 'Ours is rounded once, and right. The Java platform may be off by one in the last digit of a double.',
    covers: ({ expression: { text }, library, ours }) =>
      /\*\*|exp\(|log\(/.test(text) &&
      library.kind === 'value' &&
      ours.kind === 'value' &&
      typeof library.value === 'number' &&
      typeof ours.value === 'number' &&
      Math.abs(library.value / ours.value - 1) < 2 ** -51,
  },
  {
    title: 'A random value',
    why: 'It is another one each time.',
    covers: ({ expression: { text }, library, ours }) =>
      /random number\(\)|uuid\(\)/.test(text) &&
      library.kind === 'value' &&
      ours.kind === 'value' &&
      typeof library.value === typeof ours.value,
  },
];
