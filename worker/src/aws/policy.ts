import { foundText, hostOf, type Issue } from '@eventbridge-kit/issue';
import { isLoopbackHost } from '@eventbridge-kit/node-kit/http';
import {
  ALLOWED_ENDPOINT_FORM,
  ALLOWED_ROLE_FORM,
  isOwnEndpoint,
  OWN_ENDPOINT_FORM,
  parseUrl,
  readAllowedEndpoint,
  readAllowedRole,
} from './allow-list.ts';
import { isEventBridgeAddress } from './event-bridge-host.ts';
import { isForbiddenHost } from './forbidden-address.ts';
import type { SendIdentity } from '@eventbridge-kit/event-job';

/**
 * What a diagram may make the worker do with AWS, beyond sending to a region. Whatever a policy says, no task may name a
 * link-local or metadata address, or plain http to another machine.
 */
export interface AwsPolicy {
  /** Whether a task may name this endpoint. */
  allowEndpoint(endpoint: string): boolean;
  /** Whether a task may have this role assumed. */
  allowRole(arn: string): boolean;
}

export interface PolicySettings {
  /**
   * Endpoints that a task may name beside EventBridge's own, default none: exact, or with `*` in place of the rest of
   * the path (`https://bus.example.com/a/*`) or of port and path (`http://127.0.0.1:*`).
   */
  readonly allowedEndpoints?: readonly string[];
  /** Roles that a task may have assumed, default none: ARNs, or starts of them with `*` behind. */
  readonly allowedRoles?: readonly string[];
  /** Where the operator sends events anyway; a task may name it too. */
  readonly ownEndpoint?: string | undefined;
}

/** Lets tasks use EventBridge's own addresses and what the operator allows. Throws a `TypeError` for what it cannot read. */
export function createPolicy({ allowedEndpoints = [], allowedRoles = [], ownEndpoint }: PolicySettings): AwsPolicy {
  const endpoints = allowedEndpoints.map(
    (text) => readAllowedEndpoint(text) ?? unreadable(text, ALLOWED_ENDPOINT_FORM),
  );
  const roles = allowedRoles.map((text) => readAllowedRole(text) ?? unreadable(text, ALLOWED_ROLE_FORM));
  if (ownEndpoint !== undefined && !isOwnEndpoint(ownEndpoint)) unreadable(ownEndpoint, OWN_ENDPOINT_FORM);
  const own = ownEndpoint === undefined ? undefined : parseUrl(ownEndpoint)?.href;
  return {
    allowEndpoint: (endpoint) => {
      const url = parseUrl(endpoint);
      if (url === undefined) return false;
      return isEventBridgeAddress(url) || url.href === own || endpoints.some((matches) => matches(url));
    },
    allowRole: (arn) => roles.some((matches) => matches(arn)),
  };
}

function unreadable(text: string, form: string): never {
  throw new TypeError(`This cannot be allowed: found ${foundText(text)}. Write ${form}.`);
}

/** What a task asks for and may not have. */
export function checkPolicy({ endpoint, role }: SendIdentity, policy: AwsPolicy): Issue[] {
  return [...(endpoint === undefined ? [] : checkEndpointPolicy(endpoint, policy)), ...checkRolePolicy(role, policy)];
}

const ENDPOINT_FIELD = 'configuration.endpoint';

function checkEndpointPolicy(endpoint: string, policy: AwsPolicy): Issue[] {
  const url = parseUrl(endpoint);
  if (url !== undefined && isForbiddenHost(url.hostname)) {
    return [
      refusal(
        'endpoint-forbidden',
        ENDPOINT_FIELD,
        `The endpoint is a link-local or metadata address, which no task may call: found ${foundHost(endpoint)}. ` +
          "Leave the field empty for the region's own address; no setting allows this one.",
      ),
    ];
  }
  const isPlainElsewhere = url?.protocol === 'http:' && !isLoopbackHost(url.hostname);
  if (url !== undefined && !isPlainElsewhere && policy.allowEndpoint(endpoint)) return [];
  return [
    refusal(
      'endpoint-not-allowed',
      ENDPOINT_FIELD,
      `The endpoint is neither one of Amazon EventBridge nor allowed here: found ${foundHost(endpoint)}. ` +
        "Leave the field empty for the region's own address, or let the operator of the worker allow this one: " +
        '--allowed-endpoints or CAMUNDA_EVENTBRIDGE_ALLOWED_ENDPOINTS, https only, http on this machine.',
    ),
  ];
}

function checkRolePolicy(role: SendIdentity['role'], policy: AwsPolicy): Issue[] {
  if (role === undefined || policy.allowRole(role.arn)) return [];
  return [
    refusal(
      'role-not-allowed',
      'authentication.roleArn',
      `The role is not allowed here: found "${role.arn}". Leave the field empty to send without a role, or let the ` +
        'operator of the worker allow this one: --allowed-roles or CAMUNDA_EVENTBRIDGE_ALLOWED_ROLES.',
    ),
  ];
}

function foundHost(endpoint: string): string {
  const host = hostOf(endpoint);
  return host === undefined ? 'a text that is no address' : `the host "${host}"`;
}

function refusal(rule: string, field: string, message: string): Issue {
  return { rule, severity: 'error', field, message };
}
