import { posix } from 'node:path';
import { textOf, type Entries } from '../assets.ts';
import { finding, type Finding, type Rule } from '../rule.ts';

/** Forms of credentials that stand in nobody's documentation by chance. */
const CREDENTIALS: readonly (readonly [string, RegExp])[] = [
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
  ['an AWS access key', /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/],
  ['a private key', /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s+[A-Za-z0-9+/=]{40}/],
  ['a token of npm', /\bnpm_[A-Za-z0-9]{36}\b/],
  ['a token of GitHub', /\bgh[pousr]_[A-Za-z0-9]{36}\b/],
];

/** AWS's own example: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html */
const EXAMPLE_KEYS = /\bA[KS]IA[A-Z0-9]{9}EXAMPLE\b/g;

function isText(path: string): boolean {
  return /\.(?:md|json|[cm]?[jt]s|bpmn|css|svg|ya?ml|html|proto|map)$|(?:^|\/)(?:LICENSE|Dockerfile)$/.test(path);
}

/** Where a page can be jumped to: its headings, as public hosts name them. */
function anchorsOf(markdown: string): ReadonlySet<string> {
  const headings = markdown.match(/^#+ .*$/gm) ?? [];
  return new Set(
    headings.map((heading) =>
      heading
        .replace(/^#+ /, '')
        .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replaceAll(' ', '-'),
    ),
  );
}

/** Targets of the links and pictures of a page, code aside. */
function targetsOf(markdown: string): string[] {
  const text = markdown.replaceAll(/```[\s\S]*?```/g, '').replaceAll(/`[^`\n]*`/g, '');
  const inline = [...text.matchAll(/\]\(<?([^)\s>]*)>?\)/g)].map(([, target = '']) => target);
  return [...inline, ...[...text.matchAll(/^\[[^\]]+\]:\s*(\S+)/gm)].map(([, target = '']) => target)];
}

function deadLinks(archive: string, path: string, markdown: string, entries: Entries): Finding[] {
  return targetsOf(markdown).flatMap((target): Finding[] => {
    if (/^(?:https:|mailto:)/.test(target)) return [];
    const dead = (why: string): Finding[] => [
      finding(archive, path, `the link ${target || 'without a target'} ${why}`),
    ];
    if (/^[a-z]+:/i.test(target) || target === '') return dead('is no address that can be opened');
    const [file = '', anchor] = target.split('#');
    const place = file === '' ? path : posix.join(posix.dirname(path), decodeURI(file));
    if (!entries.has(place)) return dead('leads to nothing in this archive');
    if (anchor === undefined || !place.endsWith('.md')) return [];
    return anchorsOf(textOf(entries.get(place))).has(anchor) ? [] : dead('leads to no heading');
  });
}

/** Rules on whatever is in the archives. */
export const CONTENT_RULES: readonly Rule[] = [
  {
    id: 'credentials',
    rule: 'No file holds a credential.',
    remedy: 'Take it out, and make it void where it was made: it has been seen.',
    check: ({ archives }) =>
      [...archives].flatMap(([archive, entries]) =>
        [...entries]
          .filter(([path]) => isText(path))
          .flatMap(([path, bytes]) => {
            const text = textOf(bytes).replaceAll(EXAMPLE_KEYS, '');
            return CREDENTIALS.filter(([, form]) => form.test(text)).map(([what]) => finding(archive, path, what));
          }),
      ),
  },
  {
    id: 'links',
    rule: 'Every link of a page leads somewhere.',
    remedy:
      'Correct the target, or put the file into the archive; {{page:PATH}} gives the address of a file of the repository.',
    check: ({ archives }) =>
      [...archives].flatMap(([archive, entries]) =>
        [...entries]
          .filter(([path]) => path.endsWith('.md'))
          .flatMap(([path, bytes]) => deadLinks(archive, path, textOf(bytes), entries)),
      ),
  },
];
