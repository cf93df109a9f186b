import { isJsonObject } from '@eventbridge-kit/issue';
import type { TestSendReport } from 'bpmn-js-eventbridge';
import type { Modeler } from '../modeler.ts';
import { showNotice } from '../notice.ts';

/** What the look-up of an event bus answers where there is none. */
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DescribeEventBus.html
const NOT_FOUND = 'ResourceNotFoundException';

/** Offers to create the event bus that a test send misses: it would be the local bus's. */
export function offerMissingBus(modeler: Modeler, createBus: (name: string) => void): void {
  modeler.get('eventBus').on('eventBridgeTestSend.finished', ({ report }) => {
    const name = missingBusOf(report);
    if (name === undefined) return;
    showNotice(
      'warning',
      `There is no event bus “${name}”: the event was not sent.`,
      ['AWS would have accepted and dropped it. Create the bus on this machine, or name another one in the task.'],
      [{ label: `Create the event bus ${name}`, run: () => createBus(name) }],
    );
  });
}

function missingBusOf({ steps, fields }: TestSendReport): string | undefined {
  const send = steps.find(({ step }) => step === 'send');
  if (send?.status !== 'failed' || !isJsonObject(send.value) || send.value['code'] !== NOT_FOUND) return undefined;
  const name = fields.find(({ target }) => target === 'input.eventBusName')?.value;
  return typeof name === 'string' ? name : undefined;
}
