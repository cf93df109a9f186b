import type { JobInput } from 'element-template-generator/job-input';
import type { sendEvent } from './send-event.ts';

export { OFFICIAL_TEMPLATE, type OfficialTemplate } from './official.ts';
export { SEND_EVENT_ID, SEND_EVENT_JOB_TYPE, sendEvent } from './send-event.ts';

/** The input of a job of `sendEvent`, as `parseJobInput` gives it. */
export type SendEventInput = JobInput<typeof sendEvent>;
