import type { RunEvent, RunRequest } from '../../run-events.ts';

/** Runs a process on the engine beside the page; gives what happens as it happens. Rejects when the server does not answer. */
export async function* runProcess(token: string, request: RunRequest, signal: AbortSignal): AsyncGenerator<RunEvent> {
  const response = await fetch('/api/run', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(request),
    signal,
  });
  if (!response.ok || !response.body) throw new Error(`The demo answered ${response.status} ${await response.text()}`);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as RunEvent; // written by our own server
  }
}
