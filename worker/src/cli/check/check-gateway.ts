import { toCamundaError } from '../../camunda/camunda-error.ts';
import { connectCamunda, type ConnectOptions } from '../../camunda/connect.ts';
import { remedyFor } from '../../camunda/remedy.ts';
import type { Finding } from './finding.ts';

const NAME = 'Camunda gateway';

/** Whether the gateway answers, and which version it is. */
export async function checkGateway(options: ConnectOptions): Promise<Finding> {
  const connection = connectCamunda(options);
  const { address, setting } = connection;
  try {
    const { gatewayVersion } = await connection.probe();
    return { name: NAME, status: 'ok', text: `Camunda ${gatewayVersion} at ${address}` };
  } catch (thrown) {
    const error = toCamundaError(thrown);
    const text = `${address} does not serve: ${error.message}. ${remedyFor(error, setting)}`;
    return { name: NAME, status: 'failed', text };
  } finally {
    await connection.close();
  }
}
