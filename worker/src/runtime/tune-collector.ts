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

/**
 * For a process that serves jobs. Objects that outlive two small collections are moved to the old space, and with many
 * jobs under way many do, though they live for milliseconds only. By itself V8 lets them become several times what is
 * alive before it looks there; with this it looks when they are three quarters as much.
 * https://github.com/v8/v8/blob/main/src/flags/flag-definitions.h (heap_growing_percent)
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=75');
}

/**
 * For the same process, once its code is loaded. Under load V8 doubles the space of new objects up to 32 MiB, 128 MiB in
 * Node 24; what loading made of it is enough for jobs, and the smaller space costs no CPU time that could be measured.
 * https://github.com/v8/v8/blob/main/src/flags/flag-definitions.h (semi_space_growth_factor)
 */
export function keepNewSpaceSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
