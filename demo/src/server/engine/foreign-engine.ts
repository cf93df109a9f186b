import { camundaFromEnvironment, type CamundaAuthSettings } from 'camunda-eventbridge-worker';
import type { Environment } from '../backend.ts';
import type { DemoEngine } from './engine.ts';

/** The gateway that the environment names, if it does, by the variables that the worker reads. Throws as the worker does. */
export function configuredEngine(env: Environment): DemoEngine | undefined {
  const { grpcAddress } = camundaFromEnvironment(env);
  if (grpcAddress === undefined) return undefined;
  return {
    name: `Camunda at ${grpcAddress}`,
    grpcAddress,
    jobStreaming: true,
    close: () => Promise.resolve(),
  };
}

/** How to authenticate there. */
export function configuredAuth(env: Environment): CamundaAuthSettings {
  return camundaFromEnvironment(env).auth;
}
