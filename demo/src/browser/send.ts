import type { TestSendConfig } from 'bpmn-js-eventbridge';

/** Sends and asks at the test-send service that runs beside the page. */
export function createTestSend(token: string): TestSendConfig {
  const post = async <Answer>(body: object, signal: unknown): Promise<Answer> => {
    const response = await fetch('/api/test-send', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
      signal: (signal as AbortSignal | undefined) ?? null, // the plugin hands in the platform's own
    });
    if (!response.ok) throw new Error(`it answered ${response.status} ${await response.text()}`);
    return (await response.json()) as Answer; // the service and this page share one contract
  };
  return {
    send: (request, signal) => post(request, signal),
    askStatus: (question, signal) => post(question, signal),
  };
}

/** For a page of files alone. */
export const NOTHING_BEHIND: TestSendConfig = {
  send: () => Promise.reject(new Error('there is no service behind this page')),
  cannotSend:
    'This page has no test-send service behind it, so nothing can be sent. npm start in a clone of the project has one, and a local event bus.',
};
