import { readdirSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { nearest } from '@eventbridge-kit/issue';
import { send } from '@eventbridge-kit/node-kit/http';

/** One page a rule, as the repository has them. */
const PAGES = new URL('../../../../docs/rules/html/', import.meta.url);

const TYPES: Readonly<Record<string, string>> = { html: 'text/html', css: 'text/css' };

/** Shows the pages about the validation's rules under `/rules/ID`; false where the path is of something else. */
export function serveRulePage(path: string, response: ServerResponse): boolean {
  const [, name, ending = 'html'] = /^\/rules\/([a-z0-9-]+)(?:\.(html|css))?$/.exec(path) ?? [];
  if (name === undefined) return false;
  const files = readdirSync(PAGES);
  const file = `${name}.${ending}`;
  const isKnown = files.includes(file);
  const content = isKnown ? readFileSync(new URL(file, PAGES)) : unknownPage(name, files);
  send(response, isKnown ? 200 : 404, [['Content-Type', `${TYPES[ending]}; charset=utf-8`]], content);
  return true;
}

/** Says that there is no such rule, and which one is near; the path lets no markup through. */
function unknownPage(name: string, files: readonly string[]): string {
  const ids = files.flatMap((file) => /^(?!index\.)(.+)\.html$/.exec(file)?.[1] ?? []);
  const meant = nearest(name, ids);
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8" /><title>No such rule</title><link rel="icon" href="data:," /><link rel="stylesheet" href="style.css" /></head>
<body><main class="rule-page">
<h1>No rule is called ${name}</h1>
${meant === undefined ? '' : `<p>Did you mean <a href="${meant}.html"><code>${meant}</code></a>?</p>`}
<p><a href="index.html">All rules</a></p>
</main></body>
</html>
`;
}
