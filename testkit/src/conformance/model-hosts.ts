import { createAgents } from '../../../worker/src/network/agents.ts';
import { createAuthorization } from '../../../worker/src/camunda/auth.ts';
import { connectGrpc } from '../../../worker/src/camunda/grpc/grpc-connection.ts';
import type { CamundaConnection } from '../../../worker/src/camunda/job-port.ts';
import { connectRest } from '../../../worker/src/camunda/rest/rest-connection.ts';
import { FakeGateway } from '../camunda/fake-gateway.ts';
import { CONFORMANCE_JOB, type ConformanceHost, type ConformanceScene } from './host.ts';
import { ModelEngine } from '../camunda/model-engine.ts';
import { respondFor } from '../camunda/model-grpc.ts';
import { RestGateway, type Exchange } from '../camunda/model-rest.ts';

interface Gateway {
  readonly connect: () => CamundaConnection;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** As the cases have them; nobody else is known. */
const TENANTS = ['<default>', 'red', 'blue', 'green'];

/** REST against a scripted gateway, with the client at its strictest. @param seen told of every exchange at the end */
export function restHost(seen: (exchanges: readonly Exchange[]) => void = () => undefined): ConformanceHost {
  return {
    name: 'a scripted REST gateway',
    version: /^8\.8\./,
    exceptions: {},
    start: () =>
      startScene((engine) => {
        const gateway = new RestGateway(engine);
        const connection = { agents: createAgents({ maxSockets: 100 }), tls: {} };
        return {
          connect: () =>
            connectRest({
              url: gateway.url,
              ...connection,
              authorization: createAuthorization({}, connection),
            }),
          start: () => gateway.start(),
          stop: async () => {
            await gateway.stop();
            seen(gateway.exchanges);
          },
        };
      }),
  };
}

/** gRPC against a server made from Camunda's proto file. */
export const grpcHost: ConformanceHost = {
  name: 'a scripted gRPC gateway',
  version: /^8\.8\./,
  exceptions: {},
  start: () =>
    startScene((engine) => {
      const gateway = new FakeGateway({ respond: respondFor(engine) });
      const connection = { agents: createAgents({ maxSockets: 100 }), tls: {} };
      return {
        connect: () =>
          connectGrpc({
            address: `grpc://${gateway.address}`,
            target: gateway.address,
            authorization: createAuthorization({}, connection),
          }),
        start: () => gateway.start(gateway.address === '' ? undefined : gateway.address),
        stop: () => {
          gateway.stop();
          return Promise.resolve();
        },
      };
    }),
};

async function startScene(open: (engine: ModelEngine) => Gateway): Promise<ConformanceScene> {
  const engine = new ModelEngine({ tenants: TENANTS });
  const gateway = open(engine);
  await gateway.start();
  const connection = gateway.connect();
  return {
    connection,
    createJob: (type, { tenantId = '<default>' } = {}) => {
      const { variables, headers, retries } = CONFORMANCE_JOB;
      engine.createJob({ type, tenantId, retries, content: { variables, headers } });
      return Promise.resolve();
    },
    endOf: (jobKey) => {
      const end = engine.ends.get(jobKey);
      return end === undefined ? Promise.reject(new Error(`job ${jobKey} did not end`)) : Promise.resolve(end);
    },
    advance: (byMs) => {
      engine.advance(byMs);
      return Promise.resolve();
    },
    setBusy: (busy) => {
      engine.busy = busy;
    },
    stopGateway: () => gateway.stop(),
    startGateway: () => gateway.start(),
    close: async () => {
      await connection.close();
      await gateway.stop();
    },
  };
}
