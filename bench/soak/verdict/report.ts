import { formatTable } from '@eventbridge-kit/testkit/machine/table';
import { JOB_KINDS, KIND_NAMES, type Ending } from '../job-kinds.ts';
import { CAUSES, type Cause } from './duplicates.ts';
import { isRight, type Verdict } from './verdict.ts';

const ENDING_TITLES: Readonly<Record<Ending, string>> = {
  completed: 'completed',
  bpmnError: 'BPMN error',
  incident: 'incident',
  cancelled: 'cancelled meanwhile',
  none: 'none (lost)',
};

const ENDINGS = Object.keys(ENDING_TITLES) as Ending[]; // the keys of the table are its names

/** The verdict as it is printed. */
export function formatVerdict(verdict: Verdict): string[] {
  const { endings, duplicates, acceptedEntries, jobsWithEvent, workers } = verdict;
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const repeated = sum(Object.values(duplicates));
  return [
    ...formatTable(
      ['jobs', 'in all', ...ENDINGS.map((ending) => ENDING_TITLES[ending])],
      [
        { title: 'all', kinds: KIND_NAMES },
        ...KIND_NAMES.map((kind) => ({ title: JOB_KINDS[kind].title, kinds: [kind] })),
      ]
        .map(({ title, kinds }) => ({
          title,
          row: ENDINGS.map((ending) => sum(kinds.map((kind) => endings[ending][kind]))),
        }))
        .filter(({ row }) => sum(row) > 0)
        .map(({ title, row }) => [title, ...[sum(row), ...row].map(toText)]),
    ),
    '',
    `accepted events        ${toText(acceptedEntries)}, of ${toText(jobsWithEvent)} jobs, handed out ${toText(verdict.activations)} times`,
    `duplicates             ${toText(repeated)}${repeated === 0 ? '' : ', by cause:'}`,
    ...lines(Object.fromEntries((Object.keys(CAUSES) as Cause[]).map((cause) => [CAUSES[cause], duplicates[cause]]))),
    'event accepted, job not completed:',
    ...lines(
      Object.fromEntries(
        Object.entries(verdict.acceptedButNotCompleted).map(([ending, jobs]) => [
          ENDING_TITLES[ending as Ending],
          jobs,
        ]),
      ),
    ),
    'incidents:',
    ...lines(verdict.incidents),
    'BPMN errors:',
    ...lines(verdict.bpmnErrors),
    'faults that the ledgers show:',
    ...lines(verdict.faults),
    `workers                ${workers.length} started, ${killed(verdict, 'SIGKILL')} killed, ${killed(verdict, 'SIGTERM')} ended in order`,
    '',
    ...formatTable(
      ['must be 0', 'found', ''],
      verdict.wrongs.map(({ what, where }) => [what, where.length === 0 ? '0' : 'WRONG', where.join(' ')]),
    ),
    '',
    isRight(verdict) ? 'The verdict: right.' : 'The verdict: WRONG.',
  ];
}

function killed({ workers }: Verdict, signal: 'SIGKILL' | 'SIGTERM'): number {
  return workers.filter((worker) => worker.signal === signal).length;
}

function lines(counts: Readonly<Record<string, number>>): string[] {
  const shown = Object.entries(counts).filter(([, number]) => number > 0);
  return shown.length === 0 ? ['       0'] : shown.map(([name, number]) => `${toText(number).padStart(8)}  ${name}`);
}

function toText(value: number): string {
  return value.toLocaleString('en-US');
}
