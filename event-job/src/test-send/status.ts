import type { JobServices } from '../services.ts';
import type { ServiceStatus, StatusRequest } from './contract.ts';
import { destinationOf } from './destination.ts';

/**
 * Which secrets are known, and where an event would go. Nothing is run and nobody is called.
 *
 * @param own where events go when a task names no endpoint
 */
export function statusOf(
  question: StatusRequest,
  { secrets }: Pick<JobServices, 'secrets'>,
  own: string | undefined,
): ServiceStatus {
  return {
    secrets: question.secrets.map((name) => ({ name, known: secrets.lookup(name) !== undefined })),
    destination: destinationOf(question, own),
  };
}
