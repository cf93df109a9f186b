import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect, it } from 'vitest';
import { stillWorld } from '../../test/world.ts';
import type { evaluateFeel } from './evaluate.ts';

it('a minified build still knows the parameters of its functions by name', async () => {
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      lib: { entry: fileURLToPath(new URL('evaluate.ts', import.meta.url)), formats: ['es'] },
    },
  });
  const [bundle] = [output].flat();
  const code = bundle !== undefined && 'output' in bundle ? bundle.output[0].code : '';
  const built = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
    evaluateFeel: typeof evaluateFeel;
  };
  const expression =
    'substring(string: "order", start position: 2, length: 3) + string join(list: ["a", "b"], delimiter: "-")';
  expect(code).not.toContain('\n  ');
  expect(built.evaluateFeel(expression, {}, stillWorld)).toEqual({ status: 'ok', value: 'rdea-b', warnings: [] });
});
