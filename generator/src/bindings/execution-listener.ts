import type { BindingKind } from './binding-kind.ts';

type ExecutionListenerEvent = 'start' | 'end';

/** A job that runs when the element starts or ends; the property's value is the listener's job type. */
export interface ExecutionListenerBinding {
  readonly type: 'zeebe:executionListener';
  readonly eventType: ExecutionListenerEvent;
  /** Retries of the listener's job, a number as text; default 3. */
  readonly retries?: string;
  /** Headers of the listener's job. */
  readonly headers?: readonly { readonly key: string; readonly value: string }[];
}

/**
 * A job that runs when the element starts or ends; the property's value is the listener's job type.
 *
 * @param eventType when it runs
 */
export function executionListener(
  eventType: ExecutionListenerEvent,
  options: Pick<ExecutionListenerBinding, 'retries' | 'headers'> = {},
): ExecutionListenerBinding {
  return {
    type: 'zeebe:executionListener',
    eventType,
    ...options,
  };
}

export const executionListenerBindingKind = {
  type: 'zeebe:executionListener',
  example: executionListener('start'),
  members: ['eventType', 'retries', 'headers', 'type'],
  describe: (binding) => `listener on element \`${binding.eventType}\``,
  // An element may have any number of listeners on one event.
  target: () => undefined,
  rules: [{ types: ['Hidden'] }],
} as const satisfies BindingKind<ExecutionListenerBinding>;
