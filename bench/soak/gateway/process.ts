/** The scripted engine in a process of its own: `process.ts LEDGER JOBS SEED RESTARTS`. */
import { seededRandom } from '../../../local-bus/src/cli/seeded-random.ts';
import { createLedger, type GatewayLine } from '../ledger.ts';
import { createGatewayFaults } from './faults.ts';
import { HandOut } from './hand-out.ts';
import { JobBook } from './job-book.ts';
import { startService } from './service.ts';

/** What it tells the driver: once where it listens, then how far it is. */
export type GatewayMessage = { readonly port: number } | { readonly ended: number };

/** Jobs without an outcome at a time: new ones come as others end. */
const MAX_OPEN_JOBS = 2_000;
const TICK_MS = 20;
const MAX_AWAY_MS = 800;

const [, , file = '', jobsText, seedText, restartsText] = process.argv;
const jobs = Number(jobsText);
const restarts = Number(restartsText);
const random = seededRandom(Number(seedText));
const ledger = createLedger<GatewayLine>(file);
const faults = createGatewayFaults(random);
const handOut = new HandOut(faults);
const book = new JobBook({
  jobs,
  // Of its own, so that a seed gives the same kinds whatever the pace is.
  random: seededRandom(Number(seedText) + 2),
  nowMs: () => Date.now(),
  write: (line) => ledger.write(line),
  onWaiting: (job) => handOut.offer(job),
});
handOut.book = book;

/** A run of few jobs lasts long enough, too, for something to go wrong in it. */
const mostATick = Math.ceil(jobs / 50);

/** Numbers of ended jobs at which it goes away for a while. */
const restartsAt = Array.from({ length: restarts }, (_, index) =>
  Math.floor(((index + 0.2 + random() * 0.6) / restarts) * jobs),
);

let service = await startService(0, { book, handOut, faults });
const { port } = service;
tell({ port });
process.on('disconnect', () => process.exit(0));

setInterval(() => {
  book.timeOut();
  const room = Math.min(MAX_OPEN_JOBS - book.open, mostATick);
  for (let count = 0; count < room; count += 1) book.create();
  tell({ ended: book.ended });
  const [next] = restartsAt;
  if (next === undefined || book.ended < next) return;
  restartsAt.shift();
  void restart();
}, TICK_MS);

/** As after a crash: connections break, jobs stay as they are, and the port comes back. */
async function restart(): Promise<void> {
  service.stop();
  await new Promise((resolve) => setTimeout(resolve, faults.upTo(MAX_AWAY_MS)));
  service = await startService(port, { book, handOut, faults });
}

function tell(message: GatewayMessage): void {
  process.send?.(message);
}
