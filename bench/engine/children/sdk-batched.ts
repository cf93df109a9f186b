/** The same with the jobs of one turn of the event loop in calls of ten. */
import { batchedSender } from '../batched-sender.ts';
import { startSdkWorker } from './sdk-worker.ts';

startSdkWorker(batchedSender());
