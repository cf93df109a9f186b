import { describe, expect, it } from 'vitest';
import { tlsProblem } from './tls.ts';

describe('a secured connection that failed', () => {
  it.each([
    ['self-signed certificate in certificate chain', 'CAMUNDA_CUSTOM_ROOT_CERT_PATH'],
    ['unable to get local issuer certificate', 'CAMUNDA_CUSTOM_ROOT_CERT_PATH'],
    ['certificate has expired', 'Renew the certificate of the server'],
    ["Hostname/IP does not match certificate's altnames: Host: a.", 'Write the host as its certificate names it'],
    ['error:0A000412:SSL routines:ssl3_read_bytes:ssl/tls alert bad certificate', 'CAMUNDA_CUSTOM_CERT_CHAIN_PATH'],
    ['error:0A000415:SSL routines:ssl3_read_bytes:ssl/tls alert certificate expired', 'CAMUNDA_CUSTOM_CERT_CHAIN_PATH'],
    ['error:0A000414:SSL routines:ssl3_read_bytes:sslv3 alert certificate revoked', 'CAMUNDA_CUSTOM_CERT_CHAIN_PATH'],
    ['error:0A00010B:SSL routines:ssl3_get_record:wrong version number', 'The server speaks no TLS there'],
  ])('is told with what helps: %s', (reason, remedy) => {
    expect(tlsProblem(reason)?.remedy).toContain(remedy);
  });

  it('for another reason is none of its certificates', () => {
    expect(tlsProblem('connect ECONNREFUSED 127.0.0.1:1')).toBeUndefined();
  });
});
