/** What a Dockerfile's last stage does, as far as it can be done without a container. */
export interface Container {
  /** The shell command that installs the worker from its tarball in `/context`. */
  readonly install: string;
  readonly env: Readonly<Record<string, string>>;
  readonly entryPoint: readonly string[];
  readonly healthCheck: readonly string[];
}

/** Reads the parts of the worker's Dockerfile by which its container installs and runs it. */
export function parseDockerfile(text: string): Container {
  // A backslash at the end of a line: the instruction goes on.
  const lines = text
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n\s*/g, '')
    .split('\n');
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
  return {
    install: part(lines, /^RUN --mount=\S+ (.*\$\{WORKER_TARBALL\}.*)$/),
    env: Object.fromEntries(
      part(last, /^ENV (.*)$/)
        .split(' ')
        .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
    ),
    entryPoint: words(part(last, /^ENTRYPOINT (\[.*\])$/)),
    healthCheck: words(part(last, /^HEALTHCHECK .*?CMD (\[.*\])$/)),
  };
}

function part(lines: readonly string[], pattern: RegExp): string {
  for (const line of lines) {
    const found = pattern.exec(line)?.[1];
    if (found !== undefined) return found;
  }
  throw new Error(`The Dockerfile has no instruction like ${String(pattern)}`);
}

function words(json: string): string[] {
  const value: unknown = JSON.parse(json);
  if (Array.isArray(value) && value.every((word) => typeof word === 'string')) return value;
  throw new Error(`The Dockerfile's command is no list of texts: found ${json}`);
}
