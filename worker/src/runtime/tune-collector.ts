import { PerformanceObserver } from 'node:perf_hooks';
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

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

/** Both halves of the space of new objects together, in bytes; V8's own bound in Node 20. */
const MAX_NEW_SPACE_BYTES = 32 * 1024 * 1024;

/**
 * For the same process. Under load V8 doubles the space of new objects, up to 128 MiB in Node 24. With one that is
 * too small, jobs under way are copied over and over; one that holds what comes in while a job is under way is enough.
 * https://github.com/v8/v8/blob/main/src/flags/flag-definitions.h (semi_space_growth_factor)
 */
export function boundNewSpace(): void {
  const observer = new PerformanceObserver(() => {
    const space = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space');
    if ((space?.space_size ?? Infinity) < MAX_NEW_SPACE_BYTES) return;
    setFlagsFromString('--semi-space-growth-factor=1');
    observer.disconnect();
  });
  observer.observe({ entryTypes: ['gc'] });
}
