import { RULES } from '../../../lint/src/core.ts';
import type { RulePage } from './pages.ts';

/** A rule's page for the web: one file beside the style that all share. */
export function htmlPage({ rule, words, wrong, right, message, fixes, off }: RulePage): string {
  const [fix, ...others] = fixes;
  const more = others.length > 0 ? ', and others where the mistake is another' : '';
  return document(
    `${rule.title} (${rule.id})`,
    `<p class="rule-trail"><a href="index.html">All rules</a></p>
<h1>${inline(rule.title)}</h1>
<p class="rule-facts"><code>${rule.id}</code> <span class="rule-severity-${rule.severity}">${rule.severity}</span>${rule.strictOnly === true ? ' <span>strict only</span>' : ''}${fix === undefined ? '' : ' <span>quick fix</span>'}</p>
<p>${inline(words.what)}</p>
<div class="rule-examples">
<section class="rule-wrong"><h2>Wrong</h2>
${example(wrong)}
<p class="rule-message">${inline(message)}</p></section>
<section class="rule-right"><h2>Right</h2>
${example(right)}</section>
</div>
<h2>How to fix it</h2>
<p>${inline(words.remedy)}</p>${fix === undefined ? '' : `\n<p>Quick fix: <strong>${inline(fix)}</strong>${more}.</p>`}
<h2>Why</h2>
<p>${inline(words.why)}</p>
<p>Source: <a href="${escape(words.source)}">${escape(words.source)}</a></p>
<h2>Switch it off</h2>
<dl>
${off.map(([where, code]) => `<dt>${inline(where)}</dt><dd><code>${escape(code)}</code></dd>`).join('\n')}
</dl>`,
  );
}

/** The list of all rules, in the order in which findings are listed. */
export function htmlIndex(): string {
  const rows = RULES.map(
    ({ id, title, severity }) =>
      `<li><a href="${id}.html">${inline(title)}</a> <span class="rule-severity-${severity}">${severity}</span> <code>${id}</code></li>`,
  );
  return document('The rules', `<h1>The rules</h1>\n<ul class="rule-list">\n${rows.join('\n')}\n</ul>`);
}

function document(title: string, content: string): string {
  return `<!doctype html>
<!-- Made by \`npm run generate\` from lint/src/rules; a test fails when it is stale. -->
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${escape(title)}</title>
<link rel="icon" href="data:," />
<link rel="stylesheet" href="style.css" />
</head>
<body>
<main class="rule-page">
${content}
</main>
</body>
</html>
`;
}

/** A task's fields, each by its name. */
function example(lines: readonly string[]): string {
  return `<pre>${lines.map(escape).join('\n')}</pre>`;
}

/** Words with what is code in them. */
function inline(text: string): string {
  return escape(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
