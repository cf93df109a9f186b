import { problemOf, remedyFor, toCamundaError } from '../../camunda/camunda-error.ts';
import { connectCamunda, type ConnectOptions } from '../../camunda/connect.ts';
import type { CamundaConnection } from '../../camunda/job-port.ts';
import type { Finding } from './finding.ts';

const NAME = 'Camunda gateway';

/** Whether the gateway answers, and which version it is. */
export async function checkGateway(options: ConnectOptions): Promise<Finding> {
  let connection: CamundaConnection;
  try {
    connection = connectCamunda(options);
  } catch (error) {
    // Settings that do not fit each other; the message says what to write.
    if (error instanceof TypeError) return { name: NAME, status: 'failed', text: error.message };
    throw error;
  }
  const { address, setting } = connection;
  try {
    const { gatewayVersion } = await connection.probe();
    return { name: NAME, status: 'ok', text: `Camunda ${gatewayVersion} at ${address}` };
  } catch (thrown) {
    const error = toCamundaError(thrown);
    const text = `${problemOf(error, address)} ${remedyFor(error, setting)}`;
    return { name: NAME, status: 'failed', text };
  } finally {
    await connection.close();
  }
}
