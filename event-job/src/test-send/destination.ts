import { endpointHost, isLoopbackEndpoint } from '@eventbridge-kit/eventbridge';
import { getOwn, isJsonObject, type JsonObject } from '@eventbridge-kit/issue';
import type { Destination } from './contract.ts';

/** What a task says of where its event goes; absent where it says nothing. */
export interface NamedPlace {
  readonly endpoint?: string;
  readonly region?: string;
  readonly eventBusName?: string;
}

/** @param variables the task's own variables */
export function placeIn(variables: JsonObject): NamedPlace {
  const endpoint = textIn(variables, 'configuration', 'endpoint');
  const region = textIn(variables, 'configuration', 'region');
  const eventBusName = textIn(variables, 'input', 'eventBusName');
  return {
    ...(endpoint !== undefined && { endpoint }),
    ...(region !== undefined && { region }),
    ...(eventBusName !== undefined && { eventBusName }),
  };
}

/**
 * Where the event goes, for the screen. The local bus is the one that the service was started with: an address on this
 * machine that a task names by itself may lead anywhere.
 *
 * @param own where events go when the task names no endpoint; absent: the region's own address
 */
export function destinationOf(named: NamedPlace, own: string | undefined): Destination {
  const { region, eventBusName } = named;
  const endpoint = named.endpoint !== undefined && endpointHost(named.endpoint) !== undefined ? named.endpoint : own;
  const place = {
    ...(region !== undefined && { region }),
    ...(eventBusName !== undefined && { eventBusName }),
  };
  if (endpoint !== undefined && isLoopbackEndpoint(endpoint) && isSameOrigin(endpoint, own))
    return { kind: 'local', label: `Local event bus at ${new URL(endpoint).origin}`, ...place };
  const at =
    endpoint === undefined
      ? ''
      : ` at ${isLoopbackEndpoint(endpoint) ? new URL(endpoint).host : (endpointHost(endpoint) ?? 'another address')}`;
  return { kind: 'aws', label: `Amazon EventBridge${region === undefined ? '' : ` in ${region}`}${at}`, ...place };
}

function isSameOrigin(endpoint: string, own: string | undefined): boolean {
  return own !== undefined && URL.canParse(own) && new URL(own).origin === new URL(endpoint).origin;
}

function textIn(variables: JsonObject, group: string, name: string): string | undefined {
  const object = getOwn(variables, group);
  const value = isJsonObject(object) ? getOwn(object, name) : undefined;
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
