import { issueText, type Issue, type JsonObject } from '@eventbridge-kit/issue';

/** Why a job's work failed: what an error expression sees as `error`. */
export interface ConnectorError {
  /** Kind of failure, for example `InputError` or the AWS exception's name. */
  readonly type: string;
  readonly message: string;
  /** What an error expression compares, for example `ThrottlingException`. */
  readonly code: string | null;
  readonly variables: JsonObject;
  /** True: trying again cannot help, the job gets 0 retries. */
  readonly inputError: boolean;
}

/** What `error.type` is for a wrong value, failed FEEL or a missing required field. */
const INPUT_ERROR_TYPE = 'InputError';

/** A failure that trying again cannot overcome, from the issues that were found. */
export function inputError(issues: readonly Issue[], code: string | null = null): ConnectorError {
  return { type: INPUT_ERROR_TYPE, message: issueText(issues), code, variables: {}, inputError: true };
}

/** A failure that another try may overcome. */
export function transientError(
  type: string,
  message: string,
  code: string | null = null,
  variables: JsonObject = {},
): ConnectorError {
  return { type, message, code, variables, inputError: false };
}

/** A failure that another try cannot overcome, though the input is well formed: an access denial, for example. */
export function permanentError(
  type: string,
  message: string,
  code: string | null = null,
  variables: JsonObject = {},
): ConnectorError {
  return { type, message, code, variables, inputError: true };
}
