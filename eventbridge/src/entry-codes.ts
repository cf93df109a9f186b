/** What an entry's error code means for whoever sent it. */
export interface EntryCodeInfo {
  /** True when the same entry may succeed later. */
  readonly retryable: boolean;
  /** What happened, as a sentence for a user: for an answer that brings none of its own. */
  readonly meaning: string;
}

/** Every code that one entry of a PutEvents answer can carry. */
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsResultEntry.html
export const ENTRY_CODES: Readonly<Record<string, EntryCodeInfo>> = {
  InternalFailure: { retryable: true, meaning: 'EventBridge failed for a reason of its own.' },
  ThrottlingException: {
    retryable: true,
    meaning: "The account's rate of PutEvents entries in this region is used up.",
  },
  AccessDeniedException: {
    retryable: false,
    meaning: 'The caller may not send to this event bus.',
  },
  InvalidAccountIdException: { retryable: false, meaning: 'The account id in the bus ARN is not valid.' },
  InvalidArgument: { retryable: false, meaning: 'A member of the entry is missing or not valid.' },
  MalformedDetail: { retryable: false, meaning: 'The detail is not a valid JSON object.' },
  RedactionFailure: { retryable: false, meaning: 'EventBridge could not redact the entry.' },
  NotAuthorizedForSourceException: {
    retryable: false,
    meaning: 'The caller may not send events with this source.',
  },
  NotAuthorizedForDetailTypeException: {
    retryable: false,
    meaning: 'The caller may not send events with this detail type.',
  },
};

/** True for the codes of which AWS says that the entry may be sent again; an unknown code is not. */
export function isRetryableEntryCode(code: string): boolean {
  return Object.hasOwn(ENTRY_CODES, code) && ENTRY_CODES[code]?.retryable === true;
}
