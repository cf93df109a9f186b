import { thrownText } from '@eventbridge-kit/issue';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { TlsSettings } from '../network/tls.ts';
import { CAMUNDA_OPTIONS } from '../options/camunda.ts';

export type CertificatesResult =
  { readonly ok: true; readonly tls: TlsSettings } | { readonly ok: false; readonly message: string };

/** Files by what they are for. */
export interface CertificateFiles {
  readonly rootCertFile?: string | undefined;
  readonly certChainFile?: string | undefined;
  readonly privateKeyFile?: string | undefined;
}

/** Reads the certificate files that are named. A problem names the setting. */
export function readCertificates(files: CertificateFiles): CertificatesResult {
  if ((files.certChainFile === undefined) !== (files.privateKeyFile === undefined)) {
    const message = `A client certificate needs its key: found only one of ${settingOf('certChainFile')} and ${settingOf('privateKeyFile')}. Give both, or neither.`;
    return { ok: false, message };
  }
  const tls: { -readonly [Part in keyof TlsSettings]: TlsSettings[Part] } = {};
  for (const [name, part, what, check] of PARTS) {
    const file = files[name];
    if (file === undefined) continue;
    try {
      const content = readFileSync(file);
      check(content);
      tls[part] = content;
    } catch (error) {
      const reason = thrownText(error);
      const message = `${settingOf(name)} cannot be used: found "${file}" (${reason}). Write the path of a PEM file with ${what}.`;
      return { ok: false, message };
    }
  }
  return { ok: true, tls };
}

type Part = readonly [
  name: keyof CertificateFiles,
  part: keyof TlsSettings,
  what: string,
  check: (content: Buffer) => unknown,
];

const PARTS: readonly Part[] = [
  ['rootCertFile', 'rootCerts', 'certificates', (content) => new X509Certificate(content)],
  ['certChainFile', 'certChain', 'certificates', (content) => new X509Certificate(content)],
  ['privateKeyFile', 'privateKey', 'a key without a passphrase', (content) => createPrivateKey(content)],
];

function settingOf(name: keyof CertificateFiles): string {
  const { flag, env } = CAMUNDA_OPTIONS[name];
  return `--${flag ?? ''} (${env[0] ?? ''})`;
}
