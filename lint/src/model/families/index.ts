import type { Family } from '../event-task.ts';
import { officialFamily } from './official.ts';
import { sendEventFamily } from './send-event.ts';

/** Every kind of EventBridge task; the first is this project's own. */
export const FAMILIES: readonly Family[] = [sendEventFamily, officialFamily];
