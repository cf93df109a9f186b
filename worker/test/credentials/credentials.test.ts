import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CredentialsSource, SendResult } from '@eventbridge-kit/event-job';
import {
  createCredentialsScene,
  EXTERNAL_ID,
  GIVEN_OUT,
  ROLE,
  SESSION_KEY,
  USER_KEY,
  type CredentialsScene,
} from './scene.ts';

const CHAIN: CredentialsSource = { type: 'defaultChain' };
const IN_TASK: CredentialsSource = { type: 'static', ...USER_KEY };
const role = { arn: ROLE, externalId: EXTERNAL_ID };
const USER = 'arn:aws:iam::123456789012:user/camunda';
const TEMPORARY = 'arn:aws:iam::123456789012:user/temporary';
const MINUTE_MS = 60_000;

let scene: CredentialsScene;

beforeEach(async () => {
  scene = await createCredentialsScene();
});

afterEach(async () => {
  vi.useRealTimers();
  await scene.close();
});

function keysOf(): string[] {
  return scene.bus.events().map(({ accessKeyId }) => accessKeyId);
}

function errorOf(result: SendResult): Extract<SendResult, { ok: false }>['error'] {
  if (result.ok) throw new Error('the event was accepted');
  return result.error;
}

/** Two events from the default chain, signed with this key, and `--check` says whose it is. */
async function expectChain(accessKeyId: string | RegExp, arn: string): Promise<void> {
  const results = [await scene.send(CHAIN), await scene.send(CHAIN)];
  expect(results.map((result) => (result.ok ? 'accepted' : result.error.message))).toEqual(['accepted', 'accepted']);
  const [key, ...others] = new Set(keysOf());
  expect(others).toEqual([]);
  if (typeof accessKeyId === 'string') expect(key).toBe(accessKeyId);
  else expect(key).toMatch(accessKeyId);
  const finding = await scene.check();
  expect(finding).toMatchObject({ status: 'ok' });
  expect(finding.text).toContain(arn);
}

describe('C1: keys in the task', () => {
  it('sign each event', async () => {
    expect((await scene.send(IN_TASK)).ok).toBe(true);
    expect(keysOf()).toEqual([USER_KEY.accessKeyId]);
  });
});

describe('C2: temporary keys in the task', () => {
  it('need their session token', async () => {
    expect((await scene.send({ type: 'static', ...SESSION_KEY })).ok).toBe(true);
    const { sessionToken: token, ...without } = SESSION_KEY;
    const error = errorOf(await scene.send({ type: 'static', ...without }));
    expect(error.code).toBe('UnrecognizedClientException');
    expect(JSON.stringify(error)).not.toContain(token);
  });
});

describe('C3: keys in the environment', () => {
  it('sign each event', async () => {
    scene.setEnvironment({
      AWS_ACCESS_KEY_ID: USER_KEY.accessKeyId,
      AWS_SECRET_ACCESS_KEY: USER_KEY.secretAccessKey,
    });
    await expectChain(USER_KEY.accessKeyId, USER);
  });
});

describe('C4: temporary keys in the environment', () => {
  it('sign with their session token', async () => {
    scene.setEnvironment({
      AWS_ACCESS_KEY_ID: SESSION_KEY.accessKeyId,
      AWS_SECRET_ACCESS_KEY: SESSION_KEY.secretAccessKey,
      AWS_SESSION_TOKEN: SESSION_KEY.sessionToken,
    });
    await expectChain(SESSION_KEY.accessKeyId, TEMPORARY);
  });
});

describe('C5: a profile with keys', () => {
  it('is read from the credentials file', async () => {
    const path = scene.file(
      'credentials',
      `[events]\naws_access_key_id = ${USER_KEY.accessKeyId}\naws_secret_access_key = ${USER_KEY.secretAccessKey}\n`,
    );
    scene.setEnvironment({ AWS_SHARED_CREDENTIALS_FILE: path, AWS_PROFILE: 'events' });
    await expectChain(USER_KEY.accessKeyId, USER);
  });
});

describe('C6: a profile with a role', () => {
  it('is assumed with the keys of its source profile and its external id', async () => {
    const path = scene.file(
      'config',
      `[profile user]\naws_access_key_id = ${USER_KEY.accessKeyId}\naws_secret_access_key = ${USER_KEY.secretAccessKey}\n` +
        `[profile events]\nregion = eu-central-1\nrole_arn = ${ROLE}\nsource_profile = user\nexternal_id = ${EXTERNAL_ID}\n`,
    );
    scene.setEnvironment({ AWS_CONFIG_FILE: path, AWS_PROFILE: 'events', AWS_ENDPOINT_URL_STS: scene.url });
    await expectChain(/^ASIA/, 'assumed-role/event-sender/');
  });
});

describe('C7: a profile with a program', () => {
  it('is asked for keys', async () => {
    const { AccessKeyId, SecretAccessKey, Token, Expiration } = GIVEN_OUT;
    const keys = { Version: 1, AccessKeyId, SecretAccessKey, SessionToken: Token, Expiration };
    const program = scene.file('keys.cjs', `console.log(${JSON.stringify(JSON.stringify(keys))})`);
    const path = scene.file('config', `[profile events]\ncredential_process = "${process.execPath}" "${program}"\n`);
    scene.setEnvironment({ AWS_CONFIG_FILE: path, AWS_PROFILE: 'events' });
    await expectChain(SESSION_KEY.accessKeyId, TEMPORARY);
  });
});

describe('C8: a web identity', () => {
  it('is handed to STS, as in a Kubernetes pod', async () => {
    const { AccessKeyId, SecretAccessKey, Token, Expiration } = GIVEN_OUT;
    const answer = `<AssumeRoleWithWebIdentityResponse><AssumeRoleWithWebIdentityResult><Credentials><AccessKeyId>${AccessKeyId}</AccessKeyId><SecretAccessKey>${SecretAccessKey}</SecretAccessKey><SessionToken>${Token}</SessionToken><Expiration>${Expiration}</Expiration></Credentials></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>`;
    scene.setEnvironment({
      AWS_WEB_IDENTITY_TOKEN_FILE: scene.file('token', 'a.web.token'),
      AWS_ROLE_ARN: ROLE,
      AWS_ENDPOINT_URL_STS: await scene.service({ 'POST /': answer }),
    });
    await expectChain(SESSION_KEY.accessKeyId, TEMPORARY);
  });
});

describe('C9: a container', () => {
  it('is asked for the keys of its task', async () => {
    const url = await scene.service({ 'GET /keys': JSON.stringify(GIVEN_OUT) });
    scene.setEnvironment({ AWS_CONTAINER_CREDENTIALS_FULL_URI: `${url}/keys` });
    await expectChain(SESSION_KEY.accessKeyId, TEMPORARY);
  });
});

describe('C10: a machine', () => {
  it('is asked for the keys of its instance profile', async () => {
    const path = '/latest/meta-data/iam/security-credentials/';
    const url = await scene.service({
      'PUT /latest/api/token': 'a-token',
      [`GET ${path}`]: 'event-sender',
      [`GET ${path}event-sender`]: JSON.stringify(GIVEN_OUT),
    });
    scene.setEnvironment({ AWS_EC2_METADATA_DISABLED: 'false', AWS_EC2_METADATA_SERVICE_ENDPOINT: url });
    await expectChain(SESSION_KEY.accessKeyId, TEMPORARY);
  });
});

describe('C11: a role with keys in the task', () => {
  it('is assumed with them and the external id, once for many events', async () => {
    for (let at = 0; at < 3; at += 1) expect((await scene.send(IN_TASK, role)).ok).toBe(true);
    expect(new Set(keysOf()).size).toBe(1);
    expect(keysOf()[0]).toMatch(/^ASIA/);
  });
});

describe('C12: a role with the default chain', () => {
  it('is assumed with the keys that the chain gives', async () => {
    scene.setEnvironment({
      AWS_ACCESS_KEY_ID: USER_KEY.accessKeyId,
      AWS_SECRET_ACCESS_KEY: USER_KEY.secretAccessKey,
    });
    expect((await scene.send(CHAIN, role)).ok).toBe(true);
    expect(keysOf()[0]).toMatch(/^ASIA/);
  });
});

describe('C13: a role that may not be assumed', () => {
  it.each([
    ['another external id', { arn: ROLE, externalId: 'wrong' }],
    ['no external id', { arn: ROLE }],
    ['a role that does not exist', { arn: `${ROLE}-2`, externalId: EXTERNAL_ID }],
  ])('fails the job, with the action and the role: %s', async (_, wrong) => {
    const error = errorOf(await scene.send(IN_TASK, wrong));
    expect(error).toMatchObject({ code: 'AccessDenied', inputError: false });
    expect(error.message).toContain(`sts:AssumeRole on resource: ${wrong.arn}. Allow it `);
    expect(keysOf()).toEqual([]);
  });
});

describe('C14: a role whose session comes to its end', () => {
  it('is assumed again five minutes before, so that no event fails', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const startMs = Date.now();
    const sendAt = async (minutes: number): Promise<boolean> => {
      vi.setSystemTime(startMs + minutes * MINUTE_MS);
      return (await scene.send(IN_TASK, role)).ok;
    };
    expect([await sendAt(0), await sendAt(54), await sendAt(56), await sendAt(70)]).toEqual([true, true, true, true]);
    const [first, second, third, fourth] = keysOf();
    expect(second).toBe(first);
    expect(third).not.toBe(first);
    expect(fourth).toBe(third);
    expect(scene.bus.counts().calls).toBe(4);
  });
});

describe('C15: temporary keys in the task that are over', () => {
  it('fail the job, which needs new ones', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const keys = await fromTemporaryCredentials({
      masterCredentials: USER_KEY,
      params: { RoleArn: ROLE, RoleSessionName: 'test', ExternalId: EXTERNAL_ID },
      clientConfig: { region: 'eu-central-1', endpoint: scene.url },
    })();
    const source: CredentialsSource = {
      type: 'static',
      accessKeyId: keys.accessKeyId,
      secretAccessKey: keys.secretAccessKey,
      sessionToken: keys.sessionToken ?? '',
    };
    expect((await scene.send(source)).ok).toBe(true);
    vi.setSystemTime(Date.now() + 61 * MINUTE_MS);
    const error = errorOf(await scene.send(source));
    expect(error).toMatchObject({ code: 'ExpiredTokenException', inputError: false });
    expect(error.message).toContain('Get new temporary credentials');
  });
});

describe('C16: no credentials at all', () => {
  it('fail the job that relies on the default chain, and are a note for --check', async () => {
    const error = errorOf(await scene.send(CHAIN));
    expect(error).toMatchObject({ code: 'CredentialsProviderError', inputError: false });
    expect(error.message).toContain('enter keys in the task');
    expect(await scene.check()).toMatchObject({ status: 'note' });
  });
});

describe('C17: a setting that names credentials which are not there', () => {
  it.each([
    ['AWS_PROFILE', 'nobody'],
    ['AWS_WEB_IDENTITY_TOKEN_FILE', '/no/such/file'],
  ])('fails --check, and the job: %s', async (name, value) => {
    scene.setEnvironment({ [name]: value, AWS_ROLE_ARN: ROLE });
    expect(await scene.check()).toMatchObject({ status: 'failed' });
    expect((await scene.check()).text).toContain(`${name} is set`);
    expect((await scene.send(CHAIN)).ok).toBe(false);
  });
});
