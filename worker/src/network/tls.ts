/** Certificates of a connection; absent parts take the system's own. */
export interface TlsSettings {
  /** Certificates of the authorities to trust, PEM. */
  readonly rootCerts?: Buffer;
  readonly privateKey?: Buffer;
  readonly certChain?: Buffer;
}

/** Why a secured connection was not made, and what helps. */
export interface TlsProblem {
  readonly message: string;
  readonly remedy: string;
}

const TRUST =
  'Set CAMUNDA_CUSTOM_ROOT_CERT_PATH to the PEM file of the authority that signed the certificate of the server.';
const OWN =
  'Set CAMUNDA_CUSTOM_CERT_CHAIN_PATH and CAMUNDA_CUSTOM_PRIVATE_KEY_PATH to a certificate that the server accepts, and its key.';

/** OpenSSL's messages about certificates, with what helps. */
// https://nodejs.org/api/tls.html#x509-certificate-error-codes
const REMEDIES: readonly (readonly [RegExp, string])[] = [
  [/self.signed certificate|unable to (?:verify the first|get (?:local )?issuer) certificate/i, TRUST],
  [
    /certificate has expired|certificate is not yet valid/i,
    'Renew the certificate of the server, or correct this clock.',
  ],
  [
    /does not match certificate's altnames|ERR_TLS_CERT_ALTNAME_INVALID/i,
    'Write the host as its certificate names it.',
  ],
  [
    /alert (?:certificate (?:required|expired|revoked|unknown)|(?:bad|unsupported) certificate|unknown ca|handshake failure)/i,
    OWN,
  ],
  [
    /wrong version number|packet length too long/i,
    'The server speaks no TLS there: write the address without it, or another port.',
  ],
];

/** The certificate problem in a failed connection's reason; undefined: none. */
export function tlsProblem(reason: string): TlsProblem | undefined {
  for (const [pattern, remedy] of REMEDIES) {
    if (pattern.test(reason)) return { message: `no trusted connection: ${firstLine(reason)}`, remedy };
  }
  return undefined;
}

function firstLine(reason: string): string {
  return (reason.split('\n')[0] ?? '').replace(/\.$/, '');
}
