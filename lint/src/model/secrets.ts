/** References to secrets in a task's texts. */
import type { EngineVersion } from './engine-version.ts';

/** `{{secrets.NAME}}` as anybody may have meant it, the name still unchecked. */
// https://docs.camunda.io/docs/components/connectors/use-connectors/#using-secrets
export const PLACEHOLDER = /\{\{\s*secrets\.([^{}"]*?)\s*\}\}/g;

/** The deprecated `secrets.NAME` without braces. */
export const BARE_REFERENCE = /(?<![\w.{])(?<!\{\{\s*)secrets\.([a-zA-Z0-9]+(?:[/._-][a-zA-Z0-9]+)*)/g;

/** A name that the connector runtime looks up. */
// https://github.com/camunda/connectors (connector-runtime-core, SecretUtil)
export const SECRET_NAME = /^(?:[a-zA-Z0-9]+[/._-])*[a-zA-Z0-9]+$/;

/** The engine's own references, which are FEEL. */
// https://docs.camunda.io/docs/next/components/concepts/secret-resolution/
export const ENGINE_REFERENCE = /\bcamunda\.secrets\./;

/** First engine that resolves references itself. */
// https://docs.camunda.io/docs/next/components/concepts/secret-resolution/
export const ENGINE_REFERENCES_SINCE: EngineVersion = { major: 8, minor: 10 };

/** True where a text may change when secrets are put in: its value is not known from the diagram. */
export function mayHoldSecret(text: string): boolean {
  return text.includes('secrets.');
}
