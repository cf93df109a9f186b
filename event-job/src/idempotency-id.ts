import type { Idempotency } from '@eventbridge-kit/eventbridge';
import type { Issue } from '@eventbridge-kit/issue';

/** What an id starts with, so that a consumer knows it among the resources of an event. */
const PREFIX = 'camunda-job';

/** What stands for the key where there is no job. */
const TEST_KEY = 'test-send';

/** What an operator may call a cluster in ids, for messages. */
export const IDEMPOTENCY_SCOPE_FORM = '1 to 64 letters, digits, dots, dashes or underscores';

/** Whether an operator may call a cluster so in ids. */
export function isIdempotencyScope(text: string): boolean {
  return /^[A-Za-z0-9._-]{1,64}$/.test(text);
}

/**
 * The id by which a consumer knows the event of a job again. The job's key is used: it stays the same through retries,
 * time-outs and a resolved incident, is the one that Operate and the log show, and no other job of the cluster has it.
 * The element instance's key would do as well, since one of these has one job.
 *
 * @param jobKey undefined for a test send
 * @param scope name of the cluster: two clusters count their keys alike
 */
export function idempotencyId(jobKey: string | undefined, scope: string | undefined): string {
  return [PREFIX, ...(scope === undefined ? [] : [scope]), jobKey ?? TEST_KEY].join(':');
}

/** What a test send should say of the id that it put into the event. */
export function testIdNotes(idempotency: Idempotency | undefined, jobKey: string | undefined): Issue[] {
  if (idempotency === undefined || jobKey !== undefined) return [];
  const message =
    `A test send has no job, so that the event carries the id "${idempotency.id}", the same in every test. ` +
    'The event of a job carries the key of that job in place of the last part.';
  return [{ rule: 'idempotency-test-id', severity: 'info', field: 'input.idempotencyId', message }];
}
