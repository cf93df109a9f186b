import type { AbortLike } from '@eventbridge-kit/event-job';
import { toCamundaError, type CamundaError } from '../camunda/camunda-error.ts';
import { createBackoff, type Backoff, type BackoffSettings } from '../runtime/backoff.ts';
import { sleep, type Clock } from '../runtime/clock.ts';

export interface RetryDeps {
  readonly clock: Clock;
  readonly random: () => number;
  readonly backoff: BackoffSettings;
  /** Once aborted, no further try is made. */
  readonly signal: AbortLike;
}

/** How a command ended: accepted, answered with a no that stands, or still unanswered when the time was over. */
export type CommandResult =
  { readonly status: 'accepted' } | { readonly status: 'refused' | 'expired'; readonly error: CamundaError };

/**
 * Sends a command until it is accepted or refused for good, with growing waits, and gives up at the deadline: after it
 * the job may be another worker's. The first try is always made.
 */
export async function retryCommand(
  send: () => Promise<void>,
  deadlineMs: () => number,
  { clock, random, backoff: settings, signal }: RetryDeps,
): Promise<CommandResult> {
  // Most commands are accepted at once.
  let backoff: Backoff | undefined;
  for (;;) {
    try {
      await send();
      return { status: 'accepted' };
    } catch (thrown) {
      const error = toCamundaError(thrown);
      if (error.kind === 'notFound' || error.kind === 'rejected') return { status: 'refused', error };
      backoff ??= createBackoff(settings, random);
      const waitMs = backoff.nextMs();
      if (signal.aborted || clock.nowMs() + waitMs >= deadlineMs()) return { status: 'expired', error };
      await sleep(clock, waitMs, signal);
    }
  }
}
