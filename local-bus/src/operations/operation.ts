import type { Members } from '../aws/members.ts';
import type { KeyStore, Principal } from '../auth/keys.ts';
import type { Faults } from '../faults/faults.ts';
import type { Feed } from '../feed/feed.ts';
import type { Settings } from '../options.ts';
import type { EventBuses } from '../state/buses.ts';

import type { Counters } from '../state/counters.ts';

/** Everything a bus remembers. */
export interface BusState {
  readonly settings: Settings;
  readonly buses: EventBuses;

  readonly keys: KeyStore;
  readonly feed: Feed;
  readonly faults: Faults;
  readonly counters: Counters;
}

/** One verified call. */
export interface Call {
  readonly operation: string;
  readonly requestId: string;
  readonly region: string;
  readonly principal: Principal;
  readonly input: Members;
  readonly state: BusState;
}

/** One operation of the service; `run` returns the answer's members, or throws an `AwsError`. */
export interface Operation {
  readonly name: string;
  run(call: Call): Record<string, unknown>;
}
