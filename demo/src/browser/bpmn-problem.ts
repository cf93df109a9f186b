/** What keeps a BPMN file from being opened: where, and why. */
export interface FileProblem {
  /** 1-based; absent where the parser cannot tell. */
  readonly line?: number;
  readonly cause: string;
}

const POSITION = /\n\s*line: (\d+)/;
const CAUSE = /\n\s*nested error: ([^\n]+)/;

/**
 * Reads a message of bpmn-moddle, for example `unparsable content <x> detected\n\tline: 3\n\t...\n\tnested error: ...`.
 * Its lines count from 0, and for an end of file it gives the place of the last tag.
 */
export function bpmnProblem(message: string, xml: string): FileProblem {
  const cause = CAUSE.exec(message)?.[1]?.trim() ?? message.split('\n')[0] ?? message;
  if (cause === 'unexpected end of file') return { line: lineCount(xml), cause };
  const line = POSITION.exec(message)?.[1];
  return line === undefined ? { cause } : { line: Number(line) + 1, cause };
}

/** The first problem of a file that bpmn-moddle complains about more than once: later ones mostly follow from it. */
export function firstBpmnProblem(messages: readonly string[], xml: string): FileProblem | undefined {
  const problems = messages.map((message) => bpmnProblem(message, xml));
  return problems.toSorted((one, other) => (one.line ?? Infinity) - (other.line ?? Infinity))[0];
}

/** Whether a warning means that a part of the file would be lost when it is opened. */
export function losesContent(message: string): boolean {
  return message.startsWith('unparsable content');
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
