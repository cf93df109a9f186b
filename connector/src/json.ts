export type { Json, JsonObject } from '@eventbridge-kit/issue';
