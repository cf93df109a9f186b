import { createMask, type Mask } from '@eventbridge-kit/connector';

/** Makes masks, and keeps those made last: most jobs use the same secrets, whose many forms need not be found anew. */
export type MaskFor = (secrets: readonly string[]) => Mask;

/** Masks kept; the one unused for longest goes first. As many as there are connections with these secrets. */
const MAX_MASKS = 100;

export function createMasks(): MaskFor {
  const masks = new Map<string, Mask>();
  return (secrets) => {
    const name = JSON.stringify(secrets);
    const mask = masks.get(name) ?? createMask(secrets);
    masks.delete(name);
    masks.set(name, mask);
    const [oldest] = masks.keys();
    if (masks.size > MAX_MASKS && oldest !== undefined) masks.delete(oldest);
    return mask;
  };
}
