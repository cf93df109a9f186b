import { nearest } from '@eventbridge-kit/issue';
import { variablesOf } from '@eventbridge-kit/node-kit/options';
import { TEST_SEND_COMMAND_OPTIONS, WORKER_OPTIONS } from './options.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Starts of the variables of Camunda's programs. Near ones of AWS are each a setting: SNS, SQS, STS. */
const OURS = /^(?:CAMUNDA|ZEEBE)_/;

const KNOWN = [WORKER_OPTIONS, TEST_SEND_COMMAND_OPTIONS].flatMap(variablesOf);

const SCHEME = 'Write the address with grpcs:// or https:// for TLS, with grpc:// or http:// without.';
function AS_FILE(variable: string): string {
  return `Write it to a file, and the file's path into ${variable}.`;
}

/**
 * Settings of Camunda's own clients that this worker has by another name or form.
 * https://camunda.github.io/camunda-8-js-sdk/
 */
const INSTEAD: Readonly<Record<string, string>> = {
  ZEEBE_INSECURE_CONNECTION: SCHEME,
  CAMUNDA_SECURE_CONNECTION: SCHEME,
  CAMUNDA_OAUTH_DISABLED: 'Set CAMUNDA_AUTH_STRATEGY to NONE.',
  CAMUNDA_CUSTOM_ROOT_CERT_STRING: AS_FILE('CAMUNDA_CUSTOM_ROOT_CERT_PATH'),
  CAMUNDA_MTLS_CA: AS_FILE('CAMUNDA_CUSTOM_ROOT_CERT_PATH'),
  CAMUNDA_MTLS_CERT: AS_FILE('CAMUNDA_CUSTOM_CERT_CHAIN_PATH'),
  CAMUNDA_MTLS_KEY: AS_FILE('CAMUNDA_CUSTOM_PRIVATE_KEY_PATH'),
  CAMUNDA_MTLS_KEY_PASSPHRASE: 'Give a key without a passphrase in CAMUNDA_CUSTOM_PRIVATE_KEY_PATH.',
};

/**
 * Variables that have no effect though they look as if they had, each with what to set instead: the nearly known ones, and
 * settings of Camunda's own clients. Others are not told, since Kubernetes and Camunda's programs have variables with these
 * starts too.
 */
export function idleVariables(env: Environment): string[] {
  const set = Object.keys(env).filter((name) => (env[name] ?? '').trim() !== '');
  const unknown = set.filter((name) => OURS.test(name) && !KNOWN.includes(name));
  const told = unknown.flatMap((name) => {
    const meant = nearest(name, KNOWN);
    const instead = INSTEAD[name] ?? (meant === undefined ? undefined : `Did you mean ${meant}?`);
    return instead === undefined ? [] : [`The variable ${name} has no effect. ${instead}`];
  });
  return [...told, ...clusterWithoutAddress(env)];
}

/** A cluster of Camunda 8 SaaS is named, but not where it is. */
// https://docs.camunda.io/docs/guides/setup-client-connection-credentials
function clusterWithoutAddress(env: Environment): string[] {
  const first = (...names: readonly string[]): string | undefined => names.find((name) => (env[name] ?? '') !== '');
  const { grpcAddress, restAddress } = WORKER_OPTIONS;
  const named = first('CAMUNDA_CLUSTER_ID', 'CAMUNDA_CLIENT_CLOUD_CLUSTERID');
  if (named === undefined || first(...grpcAddress.env, ...restAddress.env) !== undefined) return [];
  const region = env[first('CAMUNDA_CLUSTER_REGION', 'CAMUNDA_CLIENT_CLOUD_REGION') ?? ''] ?? 'REGION';
  const address = `grpcs://${env[named] ?? ''}.${region}.zeebe.camunda.io:443`;
  return [`The variable ${named} has no effect. Set ZEEBE_GRPC_ADDRESS to ${address}.`];
}
