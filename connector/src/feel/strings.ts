// The engine's escapes; every other backslash stays as it is, `\u0041` too. Read from feel-engine 1.19 (Camunda 8.8) at
// work: https://github.com/camunda/feel-scala
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\',
  '"': '"',
  "'": "'",
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** The text that the engine makes of what stands between the quotes of a FEEL string. */
export function unescapeFeelString(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\([\s\S])/g, (escape, character: string) => ESCAPES[character] ?? escape);
}
