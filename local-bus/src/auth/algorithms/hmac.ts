import { createHmac } from 'node:crypto';
import { ALGORITHM_IDENTIFIER, getSigningKey } from '@smithy/signature-v4';
import { AuthFailure } from '../auth-failure.ts';
import { equalTexts } from '../equal-texts.ts';
import { Sha256 } from '../sha256.ts';
import { TERMINATOR, type Algorithm } from './algorithm.ts';

/** Signature Version 4: a keyed hash, good in one region. */
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
export const hmac: Algorithm = {
  name: ALGORITHM_IDENTIFIER,
  readScope({ scope }) {
    const [date = '', region = '', service = '', terminator] = scope;
    if (scope.length !== 4 || terminator !== TERMINATOR) {
      throw new AuthFailure(
        'incomplete',
        'Credential must have exactly 5 elements: <access key id>/<date>/<region>/<service>/aws4_request.',
      );
    }
    return { date, service, regions: [region] };
  },
  async verify(
    { principal: { accessKeyId }, secretAccessKey, sessionToken },
    text,
    { scope: [date = '', region = '', service = ''], signature },
  ) {
    const credentials = { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) };
    const signingKey = await getSigningKey(Sha256, credentials, date, region, service);
    return equalTexts(createHmac('sha256', signingKey).update(text).digest('hex'), signature);
  },
};
