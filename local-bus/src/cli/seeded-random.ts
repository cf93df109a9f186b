/** Numbers from 0 up to 1 that a seed determines; good for scripted chance, not for secrets. */
// https://en.wikipedia.org/wiki/Xorshift (Marsaglia's 32-bit xorshift: shifts 13, 17, 5)
export function seededRandom(seed: number): () => number {
  // The state must not be zero, or it stays so; the factor spreads small seeds.
  let state = (Math.imul(seed, 0x9e3779b1) ^ 0x6d2b79f5) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 4_294_967_296;
  };
}
