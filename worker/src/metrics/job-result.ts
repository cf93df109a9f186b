import type { Outcome } from '@eventbridge-kit/connector';
import type { JobReport, Settlement } from '../loop/job-report.ts';

/**
 * How a job ended, as a metric's label:
 * - `completed`, `bpmn_error`;
 * - `failed`: the engine will hand it out again; `incident`: no retries are left;
 * - `gone`, `refused`, `expired`: as `Settlement` says.
 */
export type JobResult = 'completed' | 'bpmn_error' | 'failed' | 'incident' | Exclude<Settlement, 'accepted'>;

type ResultOf<Type extends Outcome['type']> = (outcome: Extract<Outcome, { readonly type: Type }>) => JobResult;

const RESULTS: { readonly [Type in Outcome['type']]: ResultOf<Type> } = {
  complete: () => 'completed',
  bpmnError: () => 'bpmn_error',
  fail: ({ retries }) => (retries > 0 ? 'failed' : 'incident'),
};

export function jobResult({ settlement, outcome }: Pick<JobReport, 'settlement' | 'outcome'>): JobResult {
  if (settlement !== 'accepted') return settlement;
  // The engine accepts outcomes only; without one the job was gone.
  if (outcome === undefined) return 'gone';
  // Each type has its own entry, which the table's type proves; a lookup loses that pairing.
  return (RESULTS[outcome.type] as ResultOf<Outcome['type']>)(outcome);
}
