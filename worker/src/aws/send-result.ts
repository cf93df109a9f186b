import { permanentError, transientError, type ConnectorError } from '@eventbridge-kit/connector';
import type { EntryResult } from '../batch/index.ts';
import type { Aim, SendResult } from '@eventbridge-kit/event-job';
import { toConnectorError, type Hide } from './errors.ts';

/**
 * How a put ended, in the words of a job.
 *
 * @param hide what must not be told of AWS's words
 */
export function toSendResult(result: EntryResult, aim: Aim, hide?: Hide): SendResult {
  switch (result.kind) {
    case 'answered':
      return { ok: true, result: result.result, index: result.index };
    case 'failed': {
      const { kind, cause } = result.failure;
      const isUnsent = kind === 'tooLarge' && result.calls === 0;
      return { ok: false, error: isUnsent ? neverSent(cause) : toConnectorError(cause, aim, hide) };
    }
    case 'deadline':
    case 'aborted':
      return outOfTime(result);
  }
}

function neverSent(cause: unknown): ConnectorError {
  const found = cause instanceof Error ? ` ${cause.message}` : '';
  const message = `The event is too large to be sent.${found} Send less in input.detail, for example a reference.`;
  return permanentError('RequestTooLarge', message, 'RequestTooLarge');
}

function outOfTime({ calls }: { readonly calls: number }): SendResult {
  const message =
    calls === 0
      ? "The job's time was over before the event could be sent. It was not sent."
      : "Amazon EventBridge did not answer before the job's time was over. Whether the event was accepted is not known.";
  return { ok: false, error: transientError('DeadlineExceeded', message, 'DeadlineExceeded') };
}
