import { AuthFailure } from './auth-failure.ts';

/** The parts of a Signature Version 4 `Authorization` header. */
export interface Authorization {
  readonly accessKeyId: string;
  /** `yyyymmdd` of the scope. */
  readonly date: string;
  readonly region: string;
  readonly service: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
const ALGORITHM = 'AWS4-HMAC-SHA256';
const TERMINATOR = 'aws4_request';

/** Takes the header apart; throws an `AuthFailure` that names every part that is missing, as AWS does. */
export function parseAuthorization(header: string | undefined): Authorization {
  if (header === undefined || header.trim() === '') throw new AuthFailure('missing', 'Missing Authentication Token');
  const [algorithm = '', ...rest] = header.trim().split(/\s+/);
  if (algorithm !== ALGORITHM) {
    throw new AuthFailure(
      'incomplete',
      `Unsupported AWS 'algorithm': '${algorithm.slice(0, 64)}'. Sign with ${ALGORITHM}.`,
    );
  }
  const parts = new Map(rest.join('').split(',').map(splitPart));
  const missing = ['Credential', 'Signature', 'SignedHeaders'].filter((name) => !parts.get(name));
  if (missing.length > 0) {
    throw new AuthFailure(
      'incomplete',
      missing.map((name) => `Authorization header requires '${name}' parameter.`).join(' '),
    );
  }
  const scope = (parts.get('Credential') ?? '').split('/');
  const [accessKeyId, date = '', region = '', service = '', terminator] = [
    scope.slice(0, -4).join('/'),
    ...scope.slice(-4),
  ];
  if (scope.length < 5 || terminator !== TERMINATOR) {
    throw new AuthFailure(
      'incomplete',
      'Credential must have at least 5 elements: <access key id>/<date>/<region>/<service>/aws4_request.',
    );
  }
  const signedHeaders = (parts.get('SignedHeaders') ?? '').split(';');
  return { accessKeyId, date, region, service, signedHeaders, signature: parts.get('Signature') ?? '' };
}

function splitPart(part: string): [string, string] {
  const at = part.indexOf('=');
  return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
}
