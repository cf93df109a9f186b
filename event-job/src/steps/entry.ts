import { toEntry, type EventInput, type PutEventsEntry } from '@eventbridge-kit/eventbridge';
import type { Issue, Json } from '@eventbridge-kit/issue';
import type { StepOk } from '../step.ts';

/**
 * The entry exactly as it goes to EventBridge.
 *
 * @param issues what there is to say of it
 */
export function makeEntry(event: EventInput, issues: readonly Issue[]): StepOk<PutEventsEntry> {
  const entry = toEntry(event);
  // Texts and lists of texts only, which JSON has too; an interface has no index signature.
  return { ok: true, value: entry, show: () => entry as unknown as Json, issues };
}
