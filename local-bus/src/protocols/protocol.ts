import type { AuthFailure } from '../auth/auth-failure.ts';
import type { Call, Operation } from '../operations/operation.ts';
import type { AwsError } from '../aws/aws-error.ts';
import type { Members } from '../aws/members.ts';

/** A request as it came, body included. */
export interface AwsRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | string[]>>;
  /** Names in lower case; a repeated header joined by commas. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** An answer, its header names spelled as they are sent. */
export interface AwsReply {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

/** How one AWS service speaks on the wire. */
export interface Protocol {
  /** The service's name in a signature's scope. */
  readonly service: string;
  readonly operations: readonly Operation[];
  /** True when the request is in this protocol, going by its headers. */
  speaks(request: AwsRequest): boolean;
  operationName(request: AwsRequest): string | undefined;
  /** Members of the request; throws an `AwsError` on a body that cannot be read. */
  parse(request: AwsRequest): Members;
  /** ARNs of what a call is about, for a refusal's text. */
  resourceArns(call: Call): readonly string[];
  authError(failure: AuthFailure): AwsError;
  unknownOperation(): AwsError;
  write(call: Call, output: Record<string, unknown>): AwsReply;
  writeError(error: AwsError, requestId: string): AwsReply;
}
