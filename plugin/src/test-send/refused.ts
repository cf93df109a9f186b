/** A rejection of `send` whose message says all by itself: what is wrong, and what to do. */
export class TestSendRefused extends Error {}
