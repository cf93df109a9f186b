import { parseGrpcAddress } from '../../camunda/grpc/address.ts';
import { authHeaders, type CamundaAuthSettings } from '../../camunda/grpc/auth.ts';
import type { TlsSettings } from '../../camunda/grpc/gateway.ts';
import { connectGrpc } from '../../camunda/grpc/grpc-connection.ts';
import type { Finding } from './finding.ts';

export interface GatewayCheck {
  readonly grpcAddress: string;
  readonly auth: CamundaAuthSettings;
  readonly tls: TlsSettings;
}

const NAME = 'Camunda gateway';

/** Whether the gateway answers, and which version it is. */
export async function checkGateway({ grpcAddress, auth, tls }: GatewayCheck): Promise<Finding> {
  const address = parseGrpcAddress(grpcAddress);
  if (!address.ok) return { name: NAME, status: 'failed', text: address.message };
  const { text, target, secure } = address;
  const connection = connectGrpc({ address: text, target, headers: authHeaders(auth), ...(secure && { tls }) });
  try {
    const { gatewayVersion } = await connection.probe();
    return { name: NAME, status: 'ok', text: `Camunda ${gatewayVersion} at ${text}` };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { name: NAME, status: 'failed', text: `${text} does not answer: ${reason}. Correct --grpc-address.` };
  } finally {
    await connection.close();
  }
}
