import type { Json } from '@eventbridge-kit/connector';
import { toEntry, type EventInput, type PutEventsEntry } from '@eventbridge-kit/eventbridge';
import type { StepOk } from '../step.ts';

/** The entry exactly as it goes to EventBridge. */
export function makeEntry(event: EventInput): StepOk<PutEventsEntry> {
  const entry = toEntry(event);
  // Texts and lists of texts only, which JSON has too; an interface has no index signature.
  return { ok: true, value: entry, show: () => entry as unknown as Json };
}
