import { expect, it } from 'vitest';
import { eagerGzipBytes, MAX_EAGER_GZIP_BYTES, weighPlugin } from './plugin-weight.ts';

it('the plugin adds at most 18.5 kB to the start of a modeler', async () => {
  const chunks = await weighPlugin();
  const eager = eagerGzipBytes(chunks);
  const lazy = chunks.filter((chunk) => !chunk.eager).reduce((sum, { gzipBytes }) => sum + gzipBytes, 0);
  process.stdout.write(`plugin: ${eager} bytes gzip at the start, ${lazy} when they are needed\n`);
  expect(eager).toBeLessThanOrEqual(MAX_EAGER_GZIP_BYTES);
  // Without the rules and the editor there would be nothing to load later: then the measure is wrong.
  expect(lazy).toBeGreaterThan(eager);
});
