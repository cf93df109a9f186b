import { AuthFailure } from './auth-failure.ts';

/** The parts of a signature's `Authorization` header, whatever its algorithm. */
export interface Authorization {
  readonly algorithm: string;
  readonly accessKeyId: string;
  /** What follows the key in the credential, for example `20261123`, `eu-central-1`, `events`, `aws4_request`. */
  readonly scope: readonly string[];
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

/** Takes the header apart; throws an `AuthFailure` that names every part that is missing, as AWS does. */
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
export function parseAuthorization(header: string | undefined): Authorization {
  if (header === undefined || header.trim() === '') throw new AuthFailure('missing', 'Missing Authentication Token');
  const [, algorithm = '', rest = ''] = /^(\S+)(?:\s+(.*))?$/s.exec(header.trim()) ?? [];
  // Blanks stand between the parts; one within a part belongs to it, such as one at the end of an access key.
  const parts = new Map(rest.split(',').map((part) => splitPart(part.trim())));
  const missing = ['Credential', 'Signature', 'SignedHeaders'].filter((name) => !parts.get(name));
  if (algorithm.startsWith('AWS4-') && missing.length > 0) {
    throw new AuthFailure(
      'incomplete',
      missing.map((name) => `Authorization header requires '${name}' parameter.`).join(' '),
    );
  }
  const [accessKeyId = '', ...scope] = (parts.get('Credential') ?? '').split('/');
  const signedHeaders = (parts.get('SignedHeaders') ?? '').split(';');
  return { algorithm, accessKeyId, scope, signedHeaders, signature: parts.get('Signature') ?? '' };
}

function splitPart(part: string): [string, string] {
  const at = part.indexOf('=');
  return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
}
