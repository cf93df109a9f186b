import {
  checkDetail,
  DEFAULT_EVENT_BUS_NAME,
  MAX_DETAIL_TYPE_CHARS,
  RESERVED_SOURCE_PREFIX,
} from '@eventbridge-kit/eventbridge';
import { callerOf } from './event-buses.ts';
import type { EntryError, SentEntry } from '../entry.ts';
import type { Call } from './operation.ts';

/** What becomes of one entry. */
export type Verdict =
  | { readonly status: 'accepted' }
  | { readonly status: 'lost'; readonly reason: string }
  | { readonly status: 'rejected'; readonly error: EntryError };

/** AWS's text for the first member that an entry cannot do without and lacks; the other entries of its call do not suffer. */
// https://github.com/localstack/localstack (tests/aws/services/events/test_events.snapshot.json, AWS's answers of January 2025)
function missingMember({ source, detailType, detail }: SentEntry): string | undefined {
  const needed = Object.entries({ Source: source, DetailType: detailType, Detail: detail });
  const name = needed.find(([, value]) => value === undefined || value === '')?.[0];
  return name && `Parameter ${name} is not valid. Reason: ${name} is a required argument.`;
}

/** Judges one entry as AWS does; in strict mode, what AWS would lose is rejected. */
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsResultEntry.html
export function judgeEntry(call: Call, entry: SentEntry): Verdict {
  const missing = missingMember(entry);
  if (missing !== undefined) return rejected('InvalidArgument', missing);
  if (entry.source?.startsWith(RESERVED_SOURCE_PREFIX))
    return rejected('NotAuthorizedForSourceException', 'Not authorized for the source.');
  if (checkDetail(entry.detail ?? '').length > 0) return rejected('MalformedDetail', 'Detail is malformed.');
  const loss = whyLost(call, entry);
  if (loss === undefined) return { status: 'accepted' };
  if (call.state.settings.mode === 'aws') return { status: 'lost', reason: loss };
  return rejected('InvalidArgument', `${loss} (strict mode; AWS answers with an event id and loses the event)`);
}

/** The two losses that AWS answers with success. */
// https://github.com/aws/aws-cli/issues/9186 and https://github.com/segmentio/action-destinations/pull/2828
function whyLost(call: Call, entry: SentEntry): string | undefined {
  const name = entry.eventBusName ?? DEFAULT_EVENT_BUS_NAME;
  if (!call.state.buses.find(name, callerOf(call))) return `Event bus ${name} does not exist.`;
  const length = entry.detailType?.length ?? 0;
  return length > MAX_DETAIL_TYPE_CHARS
    ? `DetailType has ${length} characters; at most ${MAX_DETAIL_TYPE_CHARS} arrive.`
    : undefined;
}

function rejected(code: string, message: string): Verdict {
  return { status: 'rejected', error: { code, message } };
}
