import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Suites that leave a report of their run, in the order in which they run. */
export const SUITES = ['unit', 'e2e', 'engine', 'demo-engine'] as const;

export type Suite = (typeof SUITES)[number];

/** Where a suite's run leaves its report, as JSON. */
export function reportFile(suite: Suite, folder: string = root): string {
  return join(folder, '.cache', 'reports', `${suite}.json`);
}

/** `NODE_OPTIONS` for a child that imports the rooms from their sources. */
export function withSourceCondition(options: string = process.env['NODE_OPTIONS'] ?? ''): string {
  return `${options} --conditions=eventbridge-kit`.trim();
}
