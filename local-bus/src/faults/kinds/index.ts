import { denyFault } from './deny.ts';
import { entryFault } from './entry.ts';
import { errorFault, hangFault, httpFault, resetFault, slowFault } from './call-faults.ts';
import { throttleFault } from './throttle.ts';
import { tooLargeFault } from './too-large.ts';

/** Every kind of fault that can be scripted. */
export const FAULT_KINDS = [
  entryFault,
  httpFault,
  errorFault,
  denyFault,
  throttleFault,
  slowFault,
  hangFault,
  resetFault,
  tooLargeFault,
] as const;
