import { PutEventsCommand, type EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { getSmithyContext } from '@smithy/core/client';
import { HttpRequest } from '@smithy/core/protocols';

/** What stays the same in every PutEvents call of a client, as the SDK's own rules gave it. */
export interface RequestPlan {
  readonly protocol: string;
  readonly hostname: string;
  readonly port: number | undefined;
  readonly path: string;
  /** Lower-case names; without those of one call alone. */
  readonly headers: Readonly<Record<string, string>>;
  readonly signing: SigningPlan;
}

export interface SigningPlan {
  /** `aws.auth#sigv4`, or `aws.auth#sigv4a` for global endpoints. */
  readonly schemeId: string;
  readonly region: string;
  readonly service: string;
}

type SmithyHandlerContext = Parameters<typeof getSmithyContext>[0];

/** Headers of one call alone, and the user agent for browsers, which says the same again. */
const LEFT_OUT = new Set(['content-length', 'amz-sdk-invocation-id', 'amz-sdk-request', 'x-amz-user-agent']);

/** Lets the client prepare a call and stops it before it is signed: nothing is sent. Rejects as a call would. */
export async function learnRequestPlan(client: EventBridgeClient, endpointId?: string): Promise<RequestPlan> {
  let plan: RequestPlan | undefined;
  const command = new PutEventsCommand({ Entries: [], ...(endpointId !== undefined && { EndpointId: endpointId }) });
  command.middlewareStack.addRelativeTo(
    (_next: unknown, context: SmithyHandlerContext) =>
      ({ request }: { readonly request: unknown }) => {
        if (HttpRequest.isInstance(request)) plan = toPlan(request, getSmithyContext(context));
        return Promise.resolve({ response: {}, output: { $metadata: {} } });
      },
    { relation: 'before', toMiddleware: 'httpSigningMiddleware', name: 'learnRequestPlan' },
  );
  await client.send(command);
  if (plan === undefined) throw new Error('The AWS SDK prepared no HTTP request.');
  return plan;
}

function toPlan(request: HttpRequest, smithyContext: Record<string, unknown>): RequestPlan {
  const { protocol, hostname, port, path, headers } = request;
  const option = objectAt(objectAt(smithyContext, 'selectedHttpAuthScheme'), 'httpAuthOption');
  const signing = objectAt(option, 'signingProperties');
  return {
    protocol,
    hostname,
    port,
    path,
    headers: Object.fromEntries(
      Object.entries(headers)
        .map(([name, value]) => [name.toLowerCase(), value] as const)
        .filter(([name]) => !LEFT_OUT.has(name)),
    ),
    signing: {
      schemeId: textAt(option, 'schemeId'),
      region: textAt(signing, 'region'),
      service: textAt(signing, 'name'),
    },
  };
}

function objectAt(object: object, key: string): object {
  const value: unknown = Reflect.get(object, key);
  return typeof value === 'object' && value !== null ? value : {};
}

function textAt(object: object, key: string): string {
  const value: unknown = Reflect.get(object, key);
  return typeof value === 'string' ? value : '';
}
