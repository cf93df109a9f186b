import { isRecord, type Json } from '@eventbridge-kit/issue';
import type { RunRequest } from '../../run-events.ts';

export type ParsedRun =
  { readonly ok: true; readonly request: RunRequest } | { readonly ok: false; readonly message: string };

/** Reads the body of a run. */
export function parseRunRequest(body: unknown): ParsedRun {
  if (!isRecord(body)) return wrong('The body is no object');
  const { xml, processId, variables } = body;
  if (typeof xml !== 'string' || xml === '') return wrong('"xml" is missing');
  if (typeof processId !== 'string' || processId === '') return wrong('"processId" is missing');
  if (!isRecord(variables)) return wrong('"variables" is no object');
  // It came as JSON.
  return { ok: true, request: { xml, processId, variables: variables as Readonly<Record<string, Json>> } };
}

function wrong(what: string): ParsedRun {
  return {
    ok: false,
    message: `${what}. Send {"xml": the diagram, "processId": the process to start, "variables": {...}}.`,
  };
}
