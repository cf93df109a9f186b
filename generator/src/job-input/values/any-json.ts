import type { Json } from '../json.ts';
import { type JobValue, ok } from './job-value.ts';

/** Any value a process variable can hold. */
export function anyJson(): JobValue<Json> {
  return { expects: 'any value', read: ok };
}
