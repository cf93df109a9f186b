import type { FeelWorld } from 'camunda-feel';

/** A world that stands still: 2026-01-31T12:34:56.789Z, random numbers of 0.25, one UUID. */
export const stillWorld: FeelWorld = {
  now: () => ({ epochMs: Date.UTC(2026, 0, 31, 12, 34, 56, 789) }),
  random: () => 0.25,
  uuid: () => '3f2b8c1e-5d6a-4b7c-8d9e-0a1b2c3d4e5f',
};
