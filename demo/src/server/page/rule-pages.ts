import { existsSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { send } from '@eventbridge-kit/node-kit/http';

/** One page a rule, as the repository has them. */
const PAGES = new URL('../../../../docs/rules/', import.meta.url);

/** Shows the pages about the validation's rules under `/rules/ID`, as they are written; false where there is none. */
export function serveRulePage(path: string, response: ServerResponse): boolean {
  const [, id] = /^\/rules\/([a-z0-9-]+)$/.exec(path) ?? [];
  const page = id === undefined ? undefined : new URL(`${id}.md`, PAGES);
  if (!page || !existsSync(page)) return false;
  send(response, 200, [['Content-Type', 'text/plain; charset=utf-8']], readFileSync(page));
  return true;
}
