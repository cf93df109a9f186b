import { existsSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** One page a rule, as the repository has them. */
const PAGES = new URL('../../../docs/rules/', import.meta.url);

/** Shows the pages about the validation's rules under `/rules/ID`, as they are written. */
export function rulePagesPlugin(): Plugin {
  return {
    name: 'eventbridge-kit-rule-pages',
    configureServer: ({ middlewares }) =>
      void middlewares.use('/rules', (request, response, next) => {
        const [, id] = /^\/([a-z0-9-]+)$/.exec(request.url ?? '') ?? [];
        const page = id === undefined ? undefined : new URL(`${id}.md`, PAGES);
        if (!page || !existsSync(page)) {
          next();
          return;
        }
        response.setHeader('content-type', 'text/plain; charset=utf-8');
        response.end(readFileSync(page));
      }),
  };
}
