import type { Compared } from './compare.ts';

/** Why an answer of ours may be another one than the library's. */
export interface Reason {
  readonly title: string;
  readonly why: string;
  readonly covers: (difference: Compared) => boolean;
}

/** Every difference that is wanted. What none of these covers is a fault. */
export const REASONS: readonly Reason[] = [];
