import type { JsonObject } from '@eventbridge-kit/issue';
import { Camunda8 } from '@camunda8/sdk';

/** What the client's types take for variables. */
type ClientVariables = Parameters<
  ReturnType<Camunda8['getZeebeGrpcApiClient']>['createProcessInstance']
>[0]['variables'];

/** The client's types know no null, which is a value like any other to the engine. */
function toVariables(variables: JsonObject): ClientVariables {
  return variables as ClientVariables;
}

/** What a test asks of an engine. */
export interface EngineClient {
  /** Deploys a diagram; rejects with the engine's reason. */
  deploy(xml: string, fileName?: string): Promise<void>;
  /** Starts an instance and gives its key. */
  start(processId: string, variables: JsonObject): Promise<string>;
  /** Starts an instance and gives its variables when it has finished. */
  run(processId: string, variables: JsonObject): Promise<JsonObject>;
  close(): Promise<void>;
}

/** How long an instance may take, on a busy machine and across an engine's restart. */
const FINISHED_WITHIN_MS = 240_000;

export function connect(grpcAddress: string): EngineClient {
  const client = new Camunda8({
    ZEEBE_GRPC_ADDRESS: `grpc://${grpcAddress}`,
    CAMUNDA_AUTH_STRATEGY: 'NONE',
    CAMUNDA_OAUTH_DISABLED: true,
    zeebeGrpcSettings: { ZEEBE_CLIENT_LOG_LEVEL: 'NONE' },
  }).getZeebeGrpcApiClient();
  return {
    deploy: async (xml, fileName = 'process.bpmn') => {
      await client.deployResource({ process: Buffer.from(xml), name: fileName });
    },
    start: async (bpmnProcessId, variables) => {
      const { processInstanceKey } = await client.createProcessInstance({
        bpmnProcessId,
        variables: toVariables(variables),
      });
      return processInstanceKey;
    },
    run: async (bpmnProcessId, variables) => {
      const finished = await client.createProcessInstanceWithResult({
        bpmnProcessId,
        variables: toVariables(variables),
        requestTimeout: FINISHED_WITHIN_MS,
      });
      // The variables of an instance are a JSON object, whatever the client's types say.
      return finished.variables as JsonObject;
    },
    close: async () => {
      await client.close();
    },
  };
}
