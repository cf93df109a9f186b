import type { Issue } from '@eventbridge-kit/issue';
import type { ConnectionInput, EventInput } from '@eventbridge-kit/eventbridge';
import type { JobInputIssue } from 'element-template-generator/job-input';
import { expectTypeOf } from 'vitest';
import type { SendEventInput } from './index.ts';
import type { JobVariables } from './send-event.job.d.ts';

declare const job: SendEventInput;

// What a job carries is what the checks of EventBridge take.
expectTypeOf<SendEventInput['input']>().toExtend<EventInput>();
expectTypeOf<SendEventInput['configuration']>().toExtend<ConnectionInput>();
expectTypeOf<JobInputIssue>().toExtend<Issue>();

expectTypeOf(job.authentication.type).toEqualTypeOf<'credentials' | 'defaultCredentialsChain'>();
expectTypeOf(job.authentication.accessKey).toEqualTypeOf<string | undefined>();
expectTypeOf(job.authentication.roleArn).toEqualTypeOf<string | undefined>();
if (job.authentication.type === 'credentials') {
  expectTypeOf(job.authentication.accessKey).toEqualTypeOf<string>();
  expectTypeOf(job.authentication.secretKey).toEqualTypeOf<string>();
  expectTypeOf(job.authentication.sessionToken).toEqualTypeOf<string | undefined>();
} else {
  expectTypeOf(job.authentication.secretKey).toEqualTypeOf<undefined>();
}

// @ts-expect-error a typo in a nested input
expectTypeOf(job.input.detailTyp).toBeNever();

// What a test or a worker writes down as a job is of the type.
export const sample: SendEventInput = {
  authentication: { type: 'credentials', accessKey: 'AKIDEXAMPLE', secretKey: 'secret' },
  configuration: { region: 'eu-central-1' },
  input: { eventBusName: 'default', source: 'com.example.orders', detailType: 'Order placed', detail: { id: 7 } },
};

// The types that `element-template-generator types` writes for those who have no definition say the same.
type Writable<T> = T extends readonly (infer M)[]
  ? Writable<M>[]
  : T extends object
    ? { -readonly [K in keyof T]: Writable<T[K]> }
    : T;
declare const written: Writable<SendEventInput>;
export const typed: JobVariables = written;
export const read: SendEventInput = typed;
