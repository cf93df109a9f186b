import { endpointHost, isLoopbackEndpoint } from '@eventbridge-kit/eventbridge';
import { getOwn, isJsonObject, type JsonObject } from '@eventbridge-kit/issue';
import type { TestSendReport } from './contract.ts';

type Destination = TestSendReport['destination'];

/**
 * Where the event goes, for the screen.
 *
 * @param variables the task's variables: a task may name a region and an endpoint of its own
 * @param endpoint where events go when the task names no endpoint; absent: the region's own address
 */
export function destinationOf(variables: JsonObject, endpoint: string | undefined): Destination {
  const own = textIn(variables, 'endpoint');
  const used = own !== undefined && endpointHost(own) !== undefined ? own : endpoint;
  if (used !== undefined && isLoopbackEndpoint(used))
    return { kind: 'local', label: `Local event bus at ${new URL(used).origin}` };
  const region = textIn(variables, 'region');
  const place = used === undefined ? '' : ` at ${endpointHost(used) ?? 'another address'}`;
  return { kind: 'aws', label: `Amazon EventBridge${region === undefined ? '' : ` in ${region}`}${place}` };
}

function textIn({ configuration }: JsonObject, name: string): string | undefined {
  const value = isJsonObject(configuration) ? getOwn(configuration, name) : undefined;
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
