export { getOwn, isJsonObject, mergeOwn, setOwn } from '@eventbridge-kit/issue';
