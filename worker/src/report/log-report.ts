import type { Outcome } from '@eventbridge-kit/connector';
import type { JobReport } from '../loop/job-report.ts';
import type { Log } from '../runtime/log.ts';

/** One line for a job that ended. Messages of outcomes are masked already. */
export function logReport(log: Log, report: JobReport): void {
  const { job, settlement, outcome, durationMs } = report;
  const fields = {
    jobKey: job.key,
    jobType: job.type,
    processId: job.processId,
    processInstanceKey: job.processInstanceKey,
    elementId: job.elementId,
    ...(job.tenantId !== '' && { tenantId: job.tenantId }),
    durationMs,
  };
  switch (settlement) {
    case 'accepted':
      logAccepted(log, fields, outcome);
      break;
    case 'gone':
      log.warn(
        { ...fields, outcome: outcome?.type ?? 'none' },
        outcome === undefined
          ? 'The job was gone before the work began: nothing was sent'
          : 'The job is gone: it was cancelled, or it timed out and another worker ended it',
      );
      break;
    case 'refused':
      log.error({ ...fields, outcome: outcome?.type }, "Camunda refuses the job's outcome; it hands the job out again");
      break;
    case 'expired':
      log.error(
        { ...fields, outcome: outcome?.type },
        "Camunda did not take the job's outcome before the job's time was over; it hands the job out again",
      );
      break;
    default:
      settlement satisfies never;
  }
}

function logAccepted(log: Log, fields: object, outcome: Outcome | undefined): void {
  switch (outcome?.type) {
    case 'fail': {
      const { message, retries, retryBackoffMs } = outcome;
      log.warn({ ...fields, reason: message, retries, retryBackoffMs }, 'Job failed');
      break;
    }
    case 'bpmnError':
      log.info({ ...fields, code: outcome.code, reason: outcome.message }, 'Job ended with a BPMN error');
      break;
    case 'complete':
    case undefined:
      log.debug(fields, 'Job completed');
      break;
    default:
      outcome satisfies never;
  }
}
