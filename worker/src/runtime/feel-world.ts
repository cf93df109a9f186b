import type { FeelWorld } from 'camunda-feel';
import { randomUUID } from 'node:crypto';
import type { Clock } from './clock.ts';

/** What FEEL takes from outside: the worker's clock in UTC, its random numbers, its ids. */
export function createFeelWorld(clock: Clock, random: () => number, uuid: () => string = randomUUID): FeelWorld {
  return { now: () => ({ epochMs: clock.nowMs() }), random, uuid };
}
