import { createHash, createHmac } from 'node:crypto';
import { createAgents } from '../../network/agents.ts';
import { callHttp } from '../../network/call-http.ts';

export interface CallerKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

export interface CallerIdentityOptions {
  readonly endpoint: string;
  readonly region: string;
  readonly nowMs: number;
  readonly timeoutMs: number;
}

/** Who signed, or the name of STS's refusal. */
export type CallerIdentity =
  { readonly ok: true; readonly arn: string } | { readonly ok: false; readonly code: string; readonly status: number };

const BODY = 'Action=GetCallerIdentity&Version=2011-06-15';
const CONTENT_TYPE = 'application/x-www-form-urlencoded; charset=utf-8';

/**
 * Asks STS whose keys these are, which needs no permission. Rejects when the network fails.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
export async function getCallerIdentity(keys: CallerKeys, options: CallerIdentityOptions): Promise<CallerIdentity> {
  const url = new URL(options.endpoint);
  const agents = createAgents({ maxSockets: 1 });
  const headers = Object.fromEntries(signedHeaders(keys, url.host, options));
  const call = { method: 'POST', url: new URL('/', url).href, headers, body: BODY, timeoutMs: options.timeoutMs };
  const { status, text } = await callHttp(call, { agents, tls: {} }).finally(() => {
    agents.http.destroy();
    agents.https.destroy();
  });
  const arn = /<Arn>([^<]+)<\/Arn>/.exec(text)?.[1];
  if (status === 200 && arn !== undefined) return { ok: true, arn };
  const code = /<Code>([\w.]+)<\/Code>/.exec(text)?.[1] ?? 'an answer that is not one of STS';
  return { ok: false, code, status };
}

/** AWS Signature Version 4: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html */
function signedHeaders(keys: CallerKeys, host: string, { region, nowMs }: CallerIdentityOptions): [string, string][] {
  const date = new Date(nowMs).toISOString().replace(/[:-]|\.\d{3}/g, '');
  const scope = [date.slice(0, 8), region, 'sts', 'aws4_request'];
  const sent: [string, string][] = [
    ['content-type', CONTENT_TYPE],
    ['x-amz-date', date],
    ...(keys.sessionToken === undefined
      ? []
      : [['x-amz-security-token', keys.sessionToken] satisfies [string, string]]),
  ];
  // Signed in the order of their names; the host is written by Node.
  const signed = [...sent.slice(0, 1), ['host', host], ...sent.slice(1)];
  const names = signed.map(([name]) => name).join(';');
  const lines = signed.map(([name, value]) => `${name ?? ''}:${value ?? ''}\n`).join('');
  const canonical = `POST\n/\n\n${lines}\n${names}\n${sha256(BODY)}`;
  const toSign = `AWS4-HMAC-SHA256\n${date}\n${scope.join('/')}\n${sha256(canonical)}`;
  const key = scope.reduce<Buffer>((before, part) => hmac(before, part), Buffer.from(`AWS4${keys.secretAccessKey}`));
  const credential = `${keys.accessKeyId}/${scope.join('/')}`;
  const signature = hmac(key, toSign).toString('hex');
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names}, Signature=${signature}`;
  return [...sent, ['authorization', authorization]];
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
