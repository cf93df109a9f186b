import type { Exchange, FaultHooks } from '../fault.ts';
import { oneOf } from '../option.ts';

/** For faults that hide the answer: before the events are taken, or after, so that they arrive though the client sees a failure. */
export const when = oneOf(
  ['before', 'after'],
  'before',
  'before the events are taken, or after: then they arrive though the client sees a failure',
);

/** The hook of that moment. */
export function hookAt(
  moment: 'before' | 'after',
  act: (exchange: Exchange) => boolean | Promise<boolean>,
): FaultHooks {
  return { [moment]: act };
}
