/** One variant in a process of its own, so that its CPU time and memory are its own: `client.ts VARIANT ENDPOINT`. */
import { tuneCollector } from '../../worker/src/runtime/tune-collector.ts';
import { runLoad, type LoadResult } from './load.ts';
import { variants, type VariantName } from './variants/index.ts';

/** From the benchmark: send for so long, with so many events under way at a time. */
export interface ClientCommand {
  readonly inFlight: number;
  readonly durationMs: number;
}

export interface ClientResult extends LoadResult {
  /** CPU time of this process, all threads, in microseconds. */
  readonly cpuUs: number;
  /** Memory of this process at the end, in bytes. */
  readonly rssBytes: number;
}

// The worker does so; the others get the same.
tuneCollector();

const [, , name = '', endpoint = ''] = process.argv;
const variant = variants[name as VariantName]; // the benchmark starts this process with one of the names
const send = await variant.open(endpoint);

process.on('message', (command: ClientCommand) => void run(command));
process.on('disconnect', () => process.exit(0));
process.send?.('ready');

async function run({ inFlight, durationMs }: ClientCommand): Promise<void> {
  const before = process.cpuUsage();
  const load = await runLoad(send, Math.min(variant.maxEventsPerSend, inFlight), inFlight, durationMs);
  const { user, system } = process.cpuUsage(before);
  const result: ClientResult = { ...load, cpuUs: user + system, rssBytes: process.memoryUsage().rss };
  process.send?.(result);
}
