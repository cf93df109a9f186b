/** What keeps a JSON file from being opened: where, and why. */
export interface FileProblem {
  /** 1-based; absent where the parser cannot tell. */
  readonly line?: number;
  readonly cause: string;
}

/** Reads a message of `JSON.parse`: browsers put the line, or at least the position, into it. */
export function jsonProblem(message: string, text: string): FileProblem {
  const line = /line (\d+)/.exec(message)?.[1];
  if (line !== undefined) return { line: Number(line), cause: withoutPlace(message) };
  const position = /position (\d+)/.exec(message)?.[1];
  if (position !== undefined) {
    return { line: lineCount(text.slice(0, Number(position))), cause: withoutPlace(message) };
  }
  return /end of/i.test(message) ? { line: lineCount(text), cause: message } : { cause: message };
}

function withoutPlace(message: string): string {
  return message.replace(/ (in JSON )?at (position|line) .*$/s, '').replace(/^JSON\.parse: /, '');
}

function lineCount(text: string): number {
  return text.trimEnd().split('\n').length;
}
