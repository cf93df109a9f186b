export { foundAddress, foundText, hostOf } from './found-address.ts';
export { issue, issueText } from './issue.ts';
export type { Issue, Severity } from './issue.ts';
export { getOwn, isJsonObject, isRecord, parseJson, parseJsonObject, mergeOwn, setOwn } from './json.ts';
export type { Json, JsonObject } from './json.ts';
export { LruMap } from './lru-map.ts';
export { count, cutText, foundBlank, isBlank, message, quote, shorten, thrownName, thrownText } from './message.ts';
export type { MessageParts } from './message.ts';
export { nearest } from './nearest.ts';
