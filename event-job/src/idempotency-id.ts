import type { Idempotency } from '@eventbridge-kit/eventbridge';
import type { Issue } from '@eventbridge-kit/issue';

/** Start of each id, by which a consumer finds it among the resources of an event. */
const PREFIX = 'camunda-job';

/** In place of the key where there is no job. */
const TEST_KEY = 'test-send';

/** What the name of a cluster in ids may be, for messages. */
export const IDEMPOTENCY_SCOPE_FORM = '1 to 64 letters, digits, dots, dashes or underscores';

/** Whether a text can be the name of a cluster in ids. */
export function isIdempotencyScope(text: string): boolean {
  return /^[A-Za-z0-9._-]{1,64}$/.test(text);
}

/**
 * The id by which a consumer recognises the event of a job that was sent before. It has the job's key, which is unique in
 * a cluster, stays the same through retries, time-outs and resolved incidents, and is shown by Operate and the log. The
 * element instance's key would do as well, since it has one job.
 *
 * @param jobKey undefined for a test send
 * @param scope name of the cluster: the same key exists in each
 */
export function idempotencyId(jobKey: string | undefined, scope: string | undefined): string {
  return [PREFIX, ...(scope === undefined ? [] : [scope]), jobKey ?? TEST_KEY].join(':');
}

/** What a test send tells about the id in its event. */
export function testIdNotes(idempotency: Idempotency | undefined, jobKey: string | undefined): Issue[] {
  if (idempotency === undefined || jobKey !== undefined) return [];
  const message =
    `A test send has no job, so that the event carries the id "${idempotency.id}", the same in every test. ` +
    'The event of a job carries the key of that job in place of the last part.';
  return [{ rule: 'idempotency-test-id', severity: 'info', field: 'input.idempotencyId', message }];
}
