import type { Variant } from '../variant.ts';
import { batchedSdk } from './batched-sdk.ts';
import { batched } from './batched.ts';
import { clientPerEvent } from './client-per-event.ts';
import { floor } from './floor.ts';
import { sdkParts } from './sdk-parts.ts';
import { sharedClient } from './shared-client.ts';

/** In the order of the table; the floor, which the others are measured against, last. */
export const variants = {
  'client-per-event': clientPerEvent,
  'shared-client': sharedClient,
  'batched-sdk': batchedSdk,
  'sdk-parts': sdkParts,
  batched,
  floor,
} satisfies Readonly<Record<string, Variant>>;

export type VariantName = keyof typeof variants;
