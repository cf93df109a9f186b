import { setFlagsFromString } from 'node:v8';

/**
 * For a process that does nothing but send. V8 takes objects that live as long as a call for long-lived ones, makes them
 * in the old space from then on, and with them keeps all that they point to until the next full collection: the heap
 * grows by megabytes a second, and a busy batcher takes up to half as much CPU time again. Without that guess it does not.
 * To be called first; a host that does other things too may rather leave it.
 * https://v8.dev/blog/trash-talk
 */
export function tuneCollector(): void {
  setFlagsFromString('--no-allocation-site-pretenuring');
}
