import { expectTypeOf } from 'vitest';
import type { SendEventInput } from './index.ts';

type Authentication = SendEventInput['authentication'];

expectTypeOf<SendEventInput['configuration']['region']>().toEqualTypeOf<string>();

declare const input: SendEventInput;
if (input.authentication.type === 'credentials') {
  expectTypeOf(input.authentication.accessKey).toEqualTypeOf<string>();
  expectTypeOf(input.authentication.sessionToken).toEqualTypeOf<string | undefined>();
}
expectTypeOf<Authentication['accessKey']>().toEqualTypeOf<string | undefined>();
expectTypeOf<Authentication['roleArn']>().toEqualTypeOf<string | undefined>();
