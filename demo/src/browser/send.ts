import type { SendTask, TestSendReport } from 'bpmn-js-eventbridge';

/** Sends a task to the test-send service that runs beside the page. */
export function createSend(token: string): SendTask {
  return async (request, signal) => {
    const response = await fetch('/api/test-send', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(request),
      signal: (signal as AbortSignal | undefined) ?? null, // the plugin hands in the platform's own
    });
    if (!response.ok) throw new Error(`it answered ${response.status} ${await response.text()}`);
    return (await response.json()) as TestSendReport; // the service and this page share one contract
  };
}
