import type { Outcome } from '@eventbridge-kit/connector';
import type { JobReport, Settlement } from '../loop/job-report.ts';

/** Ended jobs, by how they ended. */
export type JobCounts = Record<Outcome['type'] | Exclude<Settlement, 'accepted'>, number>;

export interface JobCounter {
  readonly values: Readonly<JobCounts>;
  add(report: JobReport): void;
}

export function createJobCounts(): JobCounter {
  const values: JobCounts = { complete: 0, fail: 0, bpmnError: 0, gone: 0, refused: 0, expired: 0 };
  return {
    values,
    add: ({ settlement, outcome }) => {
      if (settlement !== 'accepted') values[settlement] += 1;
      else if (outcome !== undefined) values[outcome.type] += 1;
    },
  };
}
