export type { ConnectionInput, EventInput } from './event-input.ts';
