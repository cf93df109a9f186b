import type { JsonObject } from '@eventbridge-kit/issue';
import type { CamundaAuthSettings } from 'camunda-eventbridge-worker';

/** What the demo asks of an engine, beside the worker's own calls. Everything rejects with the engine's reason. */
export interface EngineClient {
  /** Deploys a diagram; gives the newest version of the process. */
  deploy(xml: string, processId: string): Promise<number>;
  /** Starts an instance of the newest version, and gives its key. */
  start(processId: string, variables: JsonObject): Promise<string>;
  /** Starts an instance and waits for its end, so long at most, in milliseconds. */
  run(processId: string, variables: JsonObject, withinMs: number): Promise<{ key: string; variables: JsonObject }>;
  cancel(instanceKey: string): Promise<void>;
  close(): Promise<void>;
}

/** Camunda's own client; it is loaded only where there is an engine. */
export async function connectEngine(grpcAddress: string, auth: CamundaAuthSettings): Promise<EngineClient> {
  const { Camunda8 } = await import('@camunda8/sdk');
  const isOpen = (auth.CAMUNDA_AUTH_STRATEGY ?? 'NONE') === 'NONE' && auth.CAMUNDA_OAUTH_URL === undefined;
  const client = new Camunda8({
    ...auth,
    ZEEBE_GRPC_ADDRESS: grpcAddress,
    ...(isOpen && { CAMUNDA_AUTH_STRATEGY: 'NONE' as const, CAMUNDA_OAUTH_DISABLED: true }),
    zeebeGrpcSettings: { ZEEBE_CLIENT_LOG_LEVEL: 'NONE' },
  }).getZeebeGrpcApiClient();
  type Variables = Parameters<typeof client.createProcessInstance>[0]['variables'];
  // The client's types know no null, which is a value like any other to the engine.
  const toVariables = (variables: JsonObject): Variables => variables as Variables;
  return {
    deploy: async (xml, processId) => {
      const { deployments } = await client.deployResource({ process: Buffer.from(xml), name: 'diagram.bpmn' });
      const own = deployments.find(({ process }) => process.bpmnProcessId === processId);
      if (own === undefined) throw new Error(`The diagram has no executable process "${processId}".`);
      return own.process.version;
    },
    start: async (bpmnProcessId, variables) => {
      const created = await client.createProcessInstance({ bpmnProcessId, variables: toVariables(variables) });
      return created.processInstanceKey;
    },
    run: async (bpmnProcessId, variables, withinMs) => {
      const ended = await client.createProcessInstanceWithResult({
        bpmnProcessId,
        variables: toVariables(variables),
        requestTimeout: withinMs,
      });
      // The variables of an instance are a JSON object, whatever the client's types say.
      return { key: ended.processInstanceKey, variables: ended.variables as JsonObject };
    },
    cancel: async (instanceKey) => {
      await client.cancelProcessInstance(instanceKey);
    },
    close: async () => {
      await client.close();
    },
  };
}
