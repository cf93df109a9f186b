import { permanentError, transientError, type ConnectorError } from '@eventbridge-kit/connector';
import type { EntryResult } from '../batch/index.ts';
import type { Aim } from './access-denied.ts';
import { toConnectorError } from './errors.ts';
import type { SendResult } from './sender.ts';

type Read<Kind extends EntryResult['kind']> = (
  result: Extract<EntryResult, { readonly kind: Kind }>,
  aim: Aim,
) => SendResult;

const READERS: { readonly [Kind in EntryResult['kind']]: Read<Kind> } = {
  answered: ({ result, index }) => ({ ok: true, result, index }),
  failed: ({ failure, calls }, aim) => ({
    ok: false,
    error: failure.kind === 'tooLarge' && calls === 0 ? neverSent(failure.cause) : toConnectorError(failure.cause, aim),
  }),
  deadline: outOfTime,
  aborted: outOfTime,
};

/** How a put ended, in the words of a job. */
export function toSendResult(result: EntryResult, aim: Aim): SendResult {
  // Each kind has its own reader, which the table's type proves; a lookup loses that pairing.
  const read = READERS[result.kind] as Read<EntryResult['kind']>;
  return read(result, aim);
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
