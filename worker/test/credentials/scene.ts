import { createLocalBus, type LocalBus } from 'eventbridge-local-bus';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { createAwsSender } from '../../src/aws/aws-sender.ts';
import type { CredentialsSource, SendIdentity, SendResult } from '@eventbridge-kit/event-job';
import type { EventSender } from '../../src/aws/sender.ts';
import { checkCredentials } from '../../src/cli/check/check-credentials.ts';
import type { Finding } from '../../src/cli/check/finding.ts';
import { listenAt } from '@eventbridge-kit/node-kit/http';

/** A key of a user, and a temporary one; the bus knows both. */
export const USER_KEY = { accessKeyId: 'USERACCESSKEY0000001', secretAccessKey: 'the-secret-of-the-user' };
export const SESSION_KEY = {
  accessKeyId: 'TEMPACCESSKEY0000001',
  secretAccessKey: 'the-secret-of-the-session',
  sessionToken: 'the-token-of-the-session',
};
export const ROLE = 'arn:aws:iam::123456789012:role/event-sender';
export const EXTERNAL_ID = 'camunda-production';

/** As the services of AWS give a temporary key out. */
export const GIVEN_OUT = {
  Code: 'Success',
  Type: 'AWS-HMAC',
  AccessKeyId: SESSION_KEY.accessKeyId,
  SecretAccessKey: SESSION_KEY.secretAccessKey,
  Token: SESSION_KEY.sessionToken,
  Expiration: '2099-01-01T00:00:00Z',
  LastUpdated: '2026-01-01T00:00:00Z',
};

/** A bus with STS, the worker's sender before it, and an environment without anything of AWS. */
export interface CredentialsScene {
  readonly bus: LocalBus;
  readonly url: string;
  send(credentials: CredentialsSource, role?: SendIdentity['role']): Promise<SendResult>;
  /** What `--check` says of the environment. */
  check(): Promise<Finding>;
  setEnvironment(variables: Readonly<Record<string, string>>): void;
  /** Writes a file and gives its path. */
  file(name: string, text: string): string;
  /** A service of AWS that is scripted: what it answers by method and path. Gives its address. */
  service(answers: Readonly<Record<string, string>>): Promise<string>;
  close(): Promise<void>;
}

export async function createCredentialsScene(): Promise<CredentialsScene> {
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) vi.stubEnv(name, undefined);
  const folder = mkdtempSync(join(tmpdir(), 'credentials-'));
  const bus = createLocalBus({
    accessKeys: [
      { ...USER_KEY, userName: 'camunda' },
      { ...SESSION_KEY, userName: 'temporary' },
    ],
    roles: [{ arn: ROLE, externalId: EXTERNAL_ID }],
  });
  const { url } = await bus.start();
  const sender: EventSender = createAwsSender({ endpoint: url, stsEndpoint: url, random: () => 0 });
  const servers: Server[] = [];
  const environment: Record<string, string> = {};
  const setEnvironment = (variables: Readonly<Record<string, string>>): void => {
    for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
    Object.assign(environment, variables);
  };
  setEnvironment({
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: join(folder, 'no-config'),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'no-credentials'),
    AWS_REGION: 'eu-central-1',
  });
  return {
    bus,
    url,
    send: (credentials, role) =>
      sender.send(
        { EventBusName: 'default', Source: 'com.example', DetailType: 'Order placed', Detail: '{}' },
        { region: 'eu-central-1', credentials, ...(role && { role }) },
      ),
    check: () => checkCredentials({ env: environment, stsEndpoint: url, timeoutMs: 120_000 }),
    setEnvironment,
    file: (name, text) => {
      const path = join(folder, name);
      writeFileSync(path, text, { mode: 0o700 });
      return path;
    },
    service: async (answers) => {
      const server = createServer((request: IncomingMessage, response) => {
        const answer = answers[`${request.method ?? ''} ${(request.url ?? '').split('?')[0] ?? ''}`];
        response.writeHead(answer === undefined ? 404 : 200).end(answer);
      });
      servers.push(server);
      return `http://127.0.0.1:${await listenAt(server, 0)}`;
    },
    close: async () => {
      sender.close();
      await bus.close();
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
      }
      vi.unstubAllEnvs();
      rmSync(folder, { recursive: true });
    },
  };
}
