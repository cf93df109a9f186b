import { AuthFailure } from '../auth/auth-failure.ts';
import { verifySignature } from '../auth/verify.ts';
import type { Exchange } from '../faults/fault.ts';
import type { BusState, Call } from '../operations/operation.ts';
import { AwsError } from '../aws/aws-error.ts';
import { queryProtocol } from './query-protocol.ts';
import { jsonProtocol } from './json-protocol.ts';
import type { AwsReply, AwsRequest, Protocol } from './protocol.ts';

/** The services on this port. */
export const PROTOCOLS: readonly Protocol[] = [jsonProtocol, queryProtocol];

/** What a fault may do to the connection. */
export interface Wire {
  sleep(delayMs: number): Promise<void>;
  hold(): Promise<void>;
  cut(): void;
}

/** Answers an AWS request; undefined when a fault left nothing to answer. */
export async function handleAwsRequest(
  state: BusState,
  request: AwsRequest,
  wire: Wire,
): Promise<AwsReply | undefined> {
  const requestId = state.settings.newId();
  const protocol = PROTOCOLS.find((one) => one.speaks(request));
  if (!protocol || request.method !== 'POST') return unknownRequest(requestId);
  try {
    return await answer(state, protocol, request, requestId, wire);
  } catch (error) {
    if (error instanceof AuthFailure) return protocol.writeError(protocol.authError(error), requestId);
    if (error instanceof AwsError) return protocol.writeError(error, requestId);
    throw error;
  }
}

/** Refuses a request before it is read, in the words of its protocol. */
export function refuseAwsRequest(state: BusState, request: AwsRequest, message: string): AwsReply {
  const protocol = PROTOCOLS.find((one) => one.speaks(request)) ?? jsonProtocol;
  return protocol.writeError(new AwsError('AccessDeniedException', message, 403), state.settings.newId());
}

async function answer(
  state: BusState,
  protocol: Protocol,
  request: AwsRequest,
  requestId: string,
  wire: Wire,
): Promise<AwsReply | undefined> {
  const { keys, settings } = state;
  const { principal, region } = await verifySignature(request, {
    keys,
    service: protocol.service,
    region: settings.region,
    now: settings.now(),
  });
  const name = protocol.operationName(request);
  const operation = protocol.operations.find((one) => one.name === name);
  if (!operation) throw protocol.unknownOperation();
  const call: Call = { operation: operation.name, requestId, region, principal, input: protocol.parse(request), state };
  const faults = state.faults.strike(operation.name);
  const exchange = new CallExchange(call, protocol, wire);
  if (await faults.before(exchange)) return exchange.reply;
  const output = operation.run(call);
  if (await faults.after(exchange)) return exchange.reply;
  return protocol.write(call, output);
}

class CallExchange implements Exchange {
  readonly operation: string;
  readonly entryCount: number;
  readonly principalArn: string;
  reply: AwsReply | undefined;
  readonly #call: Call;
  readonly #protocol: Protocol;
  readonly #wire: Wire;

  constructor(call: Call, protocol: Protocol, wire: Wire) {
    this.operation = call.operation;
    const { Entries: entries } = call.input;
    this.entryCount = Array.isArray(entries) ? Math.max(1, entries.length) : 1;
    this.principalArn = call.principal.arn;
    this.#call = call;
    this.#protocol = protocol;
    this.#wire = wire;
  }

  get resourceArns(): readonly string[] {
    return this.#protocol.resourceArns(this.#call);
  }

  sleep(delayMs: number): Promise<void> {
    return this.#wire.sleep(delayMs);
  }

  hold(): Promise<void> {
    return this.#wire.hold();
  }

  cut(): void {
    this.#wire.cut();
  }

  fail(name: string, message: string, status: number): void {
    this.reply = this.#protocol.writeError(new AwsError(name, message, status), this.#call.requestId);
  }

  respond(status: number, contentType: string, body: string): void {
    this.reply = { status, headers: [['Content-Type', contentType]], body };
  }
}

/** Neither an operation nor a protocol to name one in. */
function unknownRequest(requestId: string): AwsReply {
  return {
    status: 404,
    headers: [
      ['x-amzn-RequestId', requestId],
      ['Content-Type', 'application/xml'],
    ],
    body: '<UnknownOperationException/>\n',
  };
}
