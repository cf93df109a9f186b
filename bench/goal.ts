import { formatTable } from '@eventbridge-kit/testkit/machine/table';

/** One thing that a benchmark aims at, and what was measured. */
export interface GoalResult {
  readonly goal: string;
  readonly bound: string;
  readonly measured: string;
  readonly met: boolean;
}

export function atMost(goal: string, value: number, bound: number, digits: number): GoalResult {
  return { goal, bound: `<= ${bound}`, measured: value.toFixed(digits), met: value <= bound };
}

export function atLeast(goal: string, value: number, bound: number, digits: number): GoalResult {
  return { goal, bound: `>= ${bound}`, measured: value.toFixed(digits), met: value >= bound };
}

/** @param of whose aims these are */
export function formatGoals(of: string, goals: readonly GoalResult[]): string[] {
  return formatTable(
    [`aim of ${of}`, 'bound', 'measured', ''],
    goals.map(({ goal, bound, measured, met }) => [goal, bound, measured, met ? 'met' : 'missed']),
  );
}
