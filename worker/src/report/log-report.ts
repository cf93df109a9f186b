import type { JobReport, Settlement } from '../loop/job-report.ts';
import type { Log } from '../world/log.ts';

type Say = (log: Log, fields: object, report: JobReport) => void;

/** What is said of a job, by what became of its outcome. Messages of outcomes are masked already. */
const SAYINGS: Readonly<Record<Settlement, Say>> = {
  accepted: (log, fields, { outcome }) => {
    if (outcome?.type === 'fail') {
      const { message, retries, retryBackoffMs } = outcome;
      log.warn({ ...fields, reason: message, retries, retryBackoffMs }, 'Job failed');
    } else if (outcome?.type === 'bpmnError') {
      log.info({ ...fields, code: outcome.code, reason: outcome.message }, 'Job ended with a BPMN error');
    } else {
      log.debug(fields, 'Job completed');
    }
  },
  gone: (log, fields, { outcome }) =>
    log.warn(
      { ...fields, outcome: outcome?.type ?? 'none' },
      outcome === undefined
        ? 'The job was gone before the work began: nothing was sent'
        : 'The job is gone: it was cancelled, or it timed out and another worker ended it',
    ),
  refused: (log, fields, { outcome }) =>
    log.error({ ...fields, outcome: outcome?.type }, "Camunda refuses the job's outcome; it hands the job out again"),
  expired: (log, fields, { outcome }) =>
    log.error(
      { ...fields, outcome: outcome?.type },
      "Camunda did not take the job's outcome before the job's time was over; it hands the job out again",
    ),
};

/** One line for a job that ended. */
export function logReport(log: Log, report: JobReport): void {
  const { job, settlement, durationMs } = report;
  const fields = {
    jobKey: job.key,
    jobType: job.type,
    processId: job.processId,
    processInstanceKey: job.processInstanceKey,
    elementId: job.elementId,
    ...(job.tenantId !== '' && { tenantId: job.tenantId }),
    durationMs,
  };
  SAYINGS[settlement](log, fields, report);
}
