import type { CamundaAuthSettings } from '../camunda/auth.ts';
import type { ConnectOptions } from '../camunda/connect.ts';
import { CAMUNDA_OPTIONS } from './camunda-options.ts';
import type { SettingsOf } from './option.ts';
import { readSettings } from './read-settings.ts';

/** The settings of Camunda's SDK, by its own names. */
export function camundaAuth(settings: SettingsOf<typeof CAMUNDA_OPTIONS>): CamundaAuthSettings {
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

/**
 * Where Camunda is and how to authenticate there, by the variables that `camunda-eventbridge-worker` reads. Throws a
 * `TypeError` that names each variable with a wrong value.
 */
export function camundaFromEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): Pick<ConnectOptions, 'protocol' | 'grpcAddress' | 'restAddress'> & { readonly auth: CamundaAuthSettings } {
  const read = readSettings(CAMUNDA_OPTIONS, { args: [], env });
  if (!read.ok) throw new TypeError(read.messages.join(' '));
  const { protocol, grpcAddress, restAddress } = read.settings;
  return {
    ...(protocol !== undefined && { protocol }),
    ...(grpcAddress !== undefined && { grpcAddress }),
    ...(restAddress !== undefined && { restAddress }),
    auth: camundaAuth(read.settings),
  };
}
