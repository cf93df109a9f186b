// Names as Camunda's runtime reads them; no two ways lead through the pattern, so that a match takes linear time.
// Source: https://docs.camunda.io/docs/components/connectors/use-connectors/#using-secrets
const NAME = '[a-zA-Z0-9]+(?:[/._-][a-zA-Z0-9]+)*';

// The bare form is deprecated. After a dot or a word it is something else: `camunda.secrets.X` is the engine's own.
const PLACEHOLDER = new RegExp(String.raw`\{\{\s*secrets\.(${NAME})\s*\}\}|(?<![\w.$-])secrets\.(${NAME})`, 'g');

/** Replaces each secret placeholder of a text by what `replace` gives for its name. */
export function replacePlaceholders(text: string, replace: (name: string, placeholder: string) => string): string {
  if (!text.includes('secrets.')) return text;
  return text.replace(PLACEHOLDER, (placeholder: string, braced: string | undefined, bare: string | undefined) =>
    replace(braced ?? bare ?? '', placeholder),
  );
}

/** The names of the secrets that a text's placeholders ask for. */
export function placeholderNames(text: string): string[] {
  const names: string[] = [];
  replacePlaceholders(text, (name, placeholder) => {
    names.push(name);
    return placeholder;
  });
  return names;
}
