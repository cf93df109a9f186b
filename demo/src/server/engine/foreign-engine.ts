import { AUTH_VARIABLES, type CamundaAuthSettings } from 'camunda-eventbridge-worker';
import type { Environment } from '../backend.ts';
import type { DemoEngine } from './engine.ts';

/** Where Camunda's own tools look for a gateway. */
const ADDRESSES = ['ZEEBE_GRPC_ADDRESS', 'CAMUNDA_GRPC_ADDRESS'] as const;

/** The gateway that the environment names, if it does. */
export function configuredEngine(env: Environment): DemoEngine | undefined {
  const grpcAddress = ADDRESSES.map((name) => env[name]?.trim()).find((text) => text !== undefined && text !== '');
  if (grpcAddress === undefined) return undefined;
  return {
    name: `Camunda at ${grpcAddress}`,
    grpcAddress,
    jobStreaming: true,
    close: () => Promise.resolve(),
  };
}

const AUTH = ['CAMUNDA_AUTH_STRATEGY', ...AUTH_VARIABLES] as const;

/** How to authenticate there, by Camunda's own variables. */
export function configuredAuth(env: Environment): CamundaAuthSettings {
  const set = AUTH.flatMap((name) => {
    const value = env[name];
    return value === undefined || value === '' ? [] : [[name, value] as const];
  });
  return Object.fromEntries(set); // the names above are those of the settings
}
