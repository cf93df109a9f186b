import { checkExpressions, parseHeaders, type ConnectorHeaders } from '@eventbridge-kit/connector';
import { wrongInput, type StepDone } from '../step.ts';

/** Reads the task headers that say how the job ends. What could not end it is told now, before anything is sent. */
export function readHeaders(headers: Readonly<Record<string, string>>): StepDone<ConnectorHeaders> {
  const result = parseHeaders(headers);
  if (!result.ok) return wrongInput(result.issues);
  const issues = checkExpressions(result.headers);
  if (issues.length > 0) return wrongInput(issues);
  // Texts and numbers only, which JSON has too.
  return { ok: true, value: result.headers, show: () => ({ ...result.headers }) };
}
