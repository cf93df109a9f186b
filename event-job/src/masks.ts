import { createMask, type Mask } from '@eventbridge-kit/connector';
import { LruMap } from '@eventbridge-kit/issue';

/** Makes masks, and keeps those made last: most jobs use the same secrets, whose many forms need not be found anew. */
export type MaskFor = (secrets: readonly string[]) => Mask;

/** Masks kept: as many as there are connections with these secrets. */
const MAX_MASKS = 100;

export function createMasks(): MaskFor {
  const masks = new LruMap<string, Mask>(MAX_MASKS);
  return (secrets) => masks.getOrMake(JSON.stringify(secrets), () => createMask(secrets));
}
