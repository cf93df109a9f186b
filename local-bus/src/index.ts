export { createLocalBus, type BusAddress, type LocalBus } from './local-bus.ts';
export {
  DEFAULT_ACCESS_KEY,
  DEFAULT_ACCOUNT_ID,
  type AccessKey,
  type BusMode,
  type LocalBusOptions,
  type RoleOptions,
} from './options.ts';
export { toEnvelope, type EventStatus, type ReceivedEvent } from './feed/received-event.ts';
export type { FaultSpec } from './faults/parse-fault.ts';
export type { CallCounts } from './state/counters.ts';
