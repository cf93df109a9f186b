/** One line for the person who started the benchmark. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
