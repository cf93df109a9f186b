/** Fails the type check when a dependency's types bring Node's globals into this room by stealth. */
// @ts-expect-error this room has no `process`
export type NoProcess = typeof process;
