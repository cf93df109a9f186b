import type { FeelWorld } from '../src/index.ts';

/** A world that stands still, in Berlin. */
export const stillWorld: FeelWorld = {
  now: () => ({ epochMs: Date.UTC(2026, 0, 31, 12, 34, 56, 789), zone: 'Europe/Berlin' }),
  random: () => 0.25,
  uuid: () => '01234567-89ab-4cde-8f01-23456789abcd',
};
