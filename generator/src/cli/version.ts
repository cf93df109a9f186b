import { readFileSync } from 'node:fs';

/** Version of this package; its manifest lies above the sources and above the built file alike. */
export function packageVersion(): string {
  for (const way of ['../package.json', '../../package.json']) {
    try {
      const manifest: unknown = JSON.parse(readFileSync(new URL(way, import.meta.url), 'utf8'));
      if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) return String(manifest.version);
    } catch {
      // Not this far up.
    }
  }
  return 'unknown';
}
