import type { CamundaAuthSettings } from '../camunda/auth.ts';
import type { SettingsOf } from './option.ts';
import type { WORKER_OPTIONS } from './options.ts';

/** The settings of Camunda's SDK, by its own names. */
export function camundaAuth(settings: SettingsOf<typeof WORKER_OPTIONS>): CamundaAuthSettings {
  const { authStrategy, oauthUrl, clientId, clientSecret, oauthAudience, oauthScope, oauthToken } = settings;
  const { basicUser, basicPassword } = settings;
  return {
    ...(authStrategy !== undefined && { CAMUNDA_AUTH_STRATEGY: authStrategy }),
    ...(oauthUrl !== undefined && { CAMUNDA_OAUTH_URL: oauthUrl }),
    ...(clientId !== undefined && { ZEEBE_CLIENT_ID: clientId }),
    ...(clientSecret !== undefined && { ZEEBE_CLIENT_SECRET: clientSecret }),
    ...(oauthAudience !== undefined && { CAMUNDA_ZEEBE_OAUTH_AUDIENCE: oauthAudience }),
    ...(oauthScope !== undefined && { CAMUNDA_TOKEN_SCOPE: oauthScope }),
    ...(oauthToken !== undefined && { CAMUNDA_OAUTH_TOKEN: oauthToken }),
    ...(basicUser !== undefined && { CAMUNDA_BASIC_AUTH_USERNAME: basicUser }),
    ...(basicPassword !== undefined && { CAMUNDA_BASIC_AUTH_PASSWORD: basicPassword }),
  };
}
