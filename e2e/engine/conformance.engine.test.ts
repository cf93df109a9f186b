import { connectCamunda, type ConnectOptions } from '../../worker/src/camunda/connect.ts';
import { conformance } from '@eventbridge-kit/testkit/conformance/cases';
import { CONFORMANCE_JOB, type ConformanceHost } from '@eventbridge-kit/testkit/conformance/host';
import type { JobEnd } from '@eventbridge-kit/testkit/camunda/model-engine';
import { restHost } from '@eventbridge-kit/testkit/conformance/model-hosts';
import type { Exchange } from '@eventbridge-kit/testkit/camunda/model-rest';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fetchRestApi, REST_API_VERSION } from '@eventbridge-kit/testkit/machine/fetched';
import { connect } from '@eventbridge-kit/testkit/engine/client';
import { IN_MEMORY_NAME, startInMemoryEngine } from '@eventbridge-kit/testkit/engine/in-memory';
import { findNamedEngine, type NamedEngine } from '@eventbridge-kit/testkit/engine/named';
import { textIn, type EngineRecord } from '@eventbridge-kit/testkit/engine/records';
import { createRestApiCheck } from './rest-api.ts';

const { processId, elementId, headers, inputs, retries } = CONFORMANCE_JOB;

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/** One task, whose job type is a variable. */
const PROCESS = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="http://bpmn.io/schema/bpmn">
  <bpmn:process id="${processId}" isExecutable="true">
    <bpmn:startEvent id="start"><bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent>
    <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="${elementId}" />
    <bpmn:serviceTask id="${elementId}">
      <bpmn:extensionElements>
        <zeebe:taskDefinition type="=jobType" retries="${String(retries)}" />
        <zeebe:ioMapping>
          ${inputs.map(({ feel, target }) => `<zeebe:input source="${attribute(feel)}" target="${target}" />`).join('')}
        </zeebe:ioMapping>
        <zeebe:taskHeaders>
          ${Object.entries(headers)
            .map(([key, value]) => `<zeebe:header key="${key}" value="${attribute(value)}" />`)
            .join('')}
        </zeebe:taskHeaders>
      </bpmn:extensionElements>
      <bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing>
    </bpmn:serviceTask>
    <bpmn:sequenceFlow id="b" sourceRef="${elementId}" targetRef="end" />
    <bpmn:endEvent id="end"><bpmn:incoming>b</bpmn:incoming></bpmn:endEvent>
  </bpmn:process>
</bpmn:definitions>`;

const ENDS: Readonly<Record<string, JobEnd['how']>> = {
  COMPLETED: 'completed',
  FAILED: 'failed',
  ERROR_THROWN: 'errorThrown',
};

/** What the engine's own record says of the end of a job. */
function toEnd(record: EngineRecord): JobEnd {
  const { intent, value } = record;
  const how = ENDS[intent];
  if (how === undefined) throw new Error(`${intent} is no end of a job`);
  return {
    how,
    variables: value['variables'],
    retries: Number(value['retries']),
    retryBackoffMs: Number(value['retryBackoff']),
    message: textIn(record, 'errorMessage'),
    code: textIn(record, 'errorCode'),
  };
}

function isJobOf(instanceKey: string) {
  return ({ valueType, intent, value }: EngineRecord): boolean =>
    valueType === 'JOB' && intent === 'CREATED' && value['processInstanceKey'] === Number(instanceKey);
}

function isEndOf(jobKey: string) {
  return ({ recordType, valueType, intent, key }: EngineRecord): boolean =>
    recordType === 'EVENT' && valueType === 'JOB' && intent in ENDS && key === Number(jobKey);
}

function notHere() {
  return Promise.reject(new Error('this engine is not restarted'));
}

const EXCEPTIONS: ConformanceHost['exceptions'] = {
  'other tenants': 'needs an identity service for tenants',
  'back-pressure': 'comes and goes with the load of the machine',
  restart: 'the in-memory engine keeps nothing, and a named one is not ours to end',
};

/** The in-memory engine over gRPC: its records tell the ends of jobs, and its clock can be moved. */
const inMemoryHost: ConformanceHost = {
  name: 'the gateway over gRPC',
  version: /^8\.8\./,
  exceptions: {
    ...EXCEPTIONS,
    'waits for a job': 'it answered a waiting request without the job that came later',
    'foreign tenant': 'it answers for any tenant',
    'fails a job with variables': 'its record of a failed job has no variables',
  },
  start: async () => {
    const engine = await startInMemoryEngine();
    const client = connect(engine.grpcAddress);
    await client.deploy(PROCESS);
    const connection = connectCamunda({ grpcAddress: `grpc://${engine.grpcAddress}` });
    return {
      connection,
      createJob: async (type) => {
        const instanceKey = await client.start(processId, { jobType: type });
        await engine.waitForRecord(isJobOf(instanceKey), `the job of type ${type}`);
      },
      endOf: async (jobKey) => toEnd(await engine.waitForRecord(isEndOf(jobKey), `the end of job ${jobKey}`)),
      advance: (byMs) => engine.moveClock(byMs),
      setBusy: () => undefined,
      stopGateway: notHere,
      startGateway: notHere,
      close: async () => {
        await connection.close();
        await client.close();
        await engine.close();
      },
    };
  },
};

/** An engine that the caller names, over one of its protocols. Instances are started over gRPC, also where jobs come over REST. */
function namedHost(
  { grpcAddress, version }: NamedEngine,
  protocol: 'gRPC' | 'REST',
  address: ConnectOptions,
): ConformanceHost {
  return {
    name: `the gateway over ${protocol}`,
    version: new RegExp(`^${version.replaceAll('.', String.raw`\.`)}$`),
    exceptions: {
      ...EXCEPTIONS,
      'foreign tenant': 'one without tenants may answer for any',
      'fails a job until its backoff is over': 'its time is not ours to move',
      'extends the time of a job': 'its time is not ours to move',
    },
    start: async () => {
      const client = connect(grpcAddress);
      await client.deploy(PROCESS);
      const connection = connectCamunda(address);
      return {
        connection,
        createJob: async (type) => {
          await client.start(processId, { jobType: type });
        },
        advance: notHere,
        setBusy: () => undefined,
        stopGateway: notHere,
        startGateway: notHere,
        close: async () => {
          await connection.close();
          await client.close();
        },
      };
    },
  };
}

const named = await findNamedEngine();

if (named === undefined) {
  describe(IN_MEMORY_NAME, () => conformance(inMemoryHost));
} else {
  describe(named.name, () => {
    conformance(namedHost(named, 'gRPC', { grpcAddress: `grpc://${named.grpcAddress}` }));
    if (named.restAddress !== undefined) conformance(namedHost(named, 'REST', { restAddress: named.restAddress }));
  });
}

let exchanges: readonly Exchange[] = [];

conformance(restHost((seen) => (exchanges = seen)));

describe('each exchange of the suite over REST', () => {
  it(`is as Camunda's OpenAPI document ${REST_API_VERSION} has it`, async () => {
    const check = createRestApiCheck(readFileSync(await fetchRestApi(), 'utf8'), '/v2');
    const kinds = new Set(exchanges.map(({ method, path }) => `${method} ${path.replace(/\d{3,}/, 'KEY')}`));
    expect([...kinds].sort()).toEqual([
      'GET /v2/topology',
      'PATCH /v2/jobs/KEY',
      'POST /v2/jobs/KEY/completion',
      'POST /v2/jobs/KEY/error',
      'POST /v2/jobs/KEY/failure',
      'POST /v2/jobs/activation',
    ]);
    const wrong = exchanges.flatMap((exchange) =>
      check(exchange).map((problem) => `${exchange.method} ${exchange.path} ${String(exchange.status)}: ${problem}`),
    );
    expect(wrong).toEqual([]);
  });
});
