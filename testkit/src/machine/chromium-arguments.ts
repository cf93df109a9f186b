/**
 * Flags for a Chromium that is driven: quiet, no network of its own, and without its sandbox where it would refuse to
 * start with one (as root).
 */
export function chromiumArguments(): string[] {
  return [
    ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
}
