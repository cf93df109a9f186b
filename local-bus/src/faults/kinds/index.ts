import { denyFault } from './deny.ts';
import { entryFault } from './entry.ts';
import { errorFault } from './error.ts';
import { hangFault } from './hang.ts';
import { httpFault } from './http.ts';
import { resetFault } from './reset.ts';
import { slowFault } from './slow.ts';
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
