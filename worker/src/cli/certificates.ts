import { readFileSync } from 'node:fs';
import type { TlsSettings } from '../network/tls.ts';

export type CertificatesResult =
  { readonly ok: true; readonly tls: TlsSettings } | { readonly ok: false; readonly message: string };

/** Files by what they are for. */
export interface CertificateFiles {
  readonly rootCertFile?: string;
  readonly certChainFile?: string;
  readonly privateKeyFile?: string;
}

/** Reads the certificate files that are named. */
export function readCertificates({
  rootCertFile,
  certChainFile,
  privateKeyFile,
}: CertificateFiles): CertificatesResult {
  if ((certChainFile === undefined) !== (privateKeyFile === undefined)) {
    const message =
      'A client certificate needs its key: found only one of --cert-chain-file and --private-key-file. Give both, or neither.';
    return { ok: false, message };
  }
  try {
    return {
      ok: true,
      tls: {
        ...(rootCertFile !== undefined && { rootCerts: readFileSync(rootCertFile) }),
        ...(certChainFile !== undefined && { certChain: readFileSync(certChainFile) }),
        ...(privateKeyFile !== undefined && { privateKey: readFileSync(privateKeyFile) }),
      },
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, message: `A certificate file cannot be read: ${reason}. Write the path of a PEM file.` };
  }
}
