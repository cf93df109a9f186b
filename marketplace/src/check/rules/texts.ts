import { CONNECTOR } from '../../build/submission.ts';
import { UNSAID } from '../../build/fill-in.ts';
import { submissionOf, textOf, type Assets, type Found } from '../assets.ts';
import { finding, unless, type Finding, type Rule } from '../rule.ts';

const PAGES = [
  'README.md',
  'COMPATIBILITY.md',
  'CONTRIBUTING.md',
  'DEVELOPMENT.md',
  'RELEASING.md',
  'SECURITY.md',
  'TROUBLESHOOTING.md',
  'LICENSE',
];

/** A page of less holds nothing but its title. */
const MIN_PAGE_CHARS = 300;

/** Camunda's words; the name of the connector and of its maker stand in for the brackets. */
const DISCLAIMER =
  "This Connector is developed by Camunda's partners or independent third-party developers. To receive assistance or support for the Connector [Name Connector], contact [Partner Name] directly using the contact information. Camunda disclaims any support obligation for the Connector. By installing this connector, you consent to Camunda sharing your contact information with the developer of this connector so that you can receive more information about it directly from the developer.";

const PARTS = [
  'Features',
  'Compatibility',
  'Installation',
  'SaaS',
  'Self-Managed',
  'Hybrid',
  'Authentication',
  'Try it out',
  'Error handling and retries',
  'Troubleshooting',
  'Support',
  'Listing assets',
  'Licence',
];

/** Severity, and the longest time until a report is acknowledged, mitigated and fixed. */
const RESPONSE_TIMES = [
  ['critical', '24 hours', '48 hours', '4 weeks'],
  ['high', '48 hours', '72 hours', '6 weeks'],
  ['medium', '5 days', '10 days', '8 weeks'],
];

const LIFECYCLES = ['Proof of Concept', 'Incubating', 'Stable', 'Needs Maintainer', 'Unmaintained', 'Abandoned'];

const MODELER_FOLDERS = [
  String.raw`%APPDATA%\camunda-modeler\resources\element-templates`,
  '~/.config/camunda-modeler/resources/element-templates',
  '$XDG_CONFIG_HOME/camunda-modeler/resources/element-templates',
  '~/Library/Application Support/camunda-modeler/resources/element-templates',
  '.camunda/element-templates',
];

function page(assets: Assets, name: string): Found & { readonly text: string } {
  const submission = submissionOf(assets);
  return { ...submission, text: textOf(submission.entries.get(name)) };
}

/** The cells of each row of a page's tables. */
function rowsOf(markdown: string): string[][] {
  const rows = markdown.match(/^\s*\|.*\|\s*$/gm) ?? [];
  return rows.map((row) =>
    row
      .trim()
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

/** What stands under each heading of a page, up to the next one. */
function partsOf(markdown: string): ReadonlyMap<string, string> {
  const outside = markdown.replaceAll(/^ *```[\s\S]*?^ *```$/gm, (block) => block.replaceAll('#', ' '));
  const parts = outside.split(/^#+ /m).slice(1);
  return new Map(parts.map((part) => [part.split('\n')[0]?.trim() ?? '', part.split('\n').slice(1).join('\n').trim()]));
}

function missing(assets: Assets, name: string, wanted: readonly string[]): Finding[] {
  const { name: archive, text } = page(assets, name);
  return wanted.filter((part) => !text.includes(part)).map((part) => finding(archive, name, `lacks "${part}"`));
}

/** Rules on the pages of the submission. */
export const TEXT_RULES: readonly Rule[] = [
  {
    id: 'pages',
    rule: `The submission has ${PAGES.join(', ')}.`,
    remedy: 'Write the page in marketplace/submission/, or have submission.ts make it.',
    check: (assets) => {
      const { name, entries } = submissionOf(assets);
      return PAGES.flatMap((path) => {
        const { length } = textOf(entries.get(path));
        return unless(length >= MIN_PAGE_CHARS, name, path, `${length} characters`);
      });
    },
  },
  {
    id: 'open-source-licence',
    rule: 'LICENSE holds an open-source licence.',
    remedy: 'Put the text of Apache-2.0 into LICENSE, whole.',
    check: (assets) =>
      missing(assets, 'LICENSE', ['Apache License', 'Version 2.0, January 2004', 'END OF TERMS AND CONDITIONS']),
  },
  {
    id: 'disclaimer',
    rule: "LICENSE holds Camunda's disclaimer word for word.",
    remedy: 'Take the words as they are in texts.ts; only the two names stand in for the brackets.',
    check: (assets) => {
      const { name, text } = page(assets, 'LICENSE');
      const [before = '', between = '', after = ''] = DISCLAIMER.split(/\[[^\]]+\]/);
      const start = text.indexOf(`${before}${CONNECTOR}${between}`);
      const end = start < 0 ? -1 : text.indexOf(after, start);
      const said = text.slice(start + before.length + CONNECTOR.length + between.length, end);
      return unless(
        start >= 0 && end >= 0 && !said.includes('\n'),
        name,
        'LICENSE',
        'the words differ, or are not there',
      );
    },
  },
  {
    id: 'readme-parts',
    rule: `README has the parts ${PARTS.join(', ')}.`,
    remedy: 'Write the part under a heading of that name in marketplace/submission/README.md.',
    check: (assets) => {
      const { name, text } = page(assets, 'README.md');
      const parts = partsOf(text);
      return PARTS.flatMap((part) =>
        unless((parts.get(part) ?? '').length > 0, name, 'README.md', `nothing under a heading "${part}"`),
      );
    },
  },
  {
    id: 'walk-throughs',
    rule: 'README walks through SaaS, Self-Managed and hybrid, each in steps.',
    remedy: 'Number the steps of that part: template, worker, credentials.',
    check: (assets) => {
      const { name, text } = page(assets, 'README.md');
      const parts = partsOf(text);
      return ['SaaS', 'Self-Managed', 'Hybrid'].flatMap((part) => {
        const steps = (parts.get(part) ?? '').match(/^\d+\. /gm) ?? [];
        return unless(steps.length >= 2, name, 'README.md', `${part} has ${steps.length} steps`);
      });
    },
  },
  {
    id: 'modeler-folders',
    rule: "README names Desktop Modeler's folders for templates on Windows, Linux and macOS, and the one beside a diagram.",
    remedy: 'Write the folder as it is listed here.',
    check: (assets) => missing(assets, 'README.md', MODELER_FOLDERS),
  },
  {
    id: 'response-times',
    rule: `SECURITY has the table of response times: ${RESPONSE_TIMES.map((row) => row.join(' / ')).join('; ')}.`,
    remedy: 'Correct the row in marketplace/submission/SECURITY.md.',
    check: (assets) => {
      const { name, text } = page(assets, 'SECURITY.md');
      const rows = rowsOf(text).map((row) => row.join(' / '));
      return RESPONSE_TIMES.map((row) => row.join(' / ')).flatMap((row) =>
        unless(rows.includes(row), name, 'SECURITY.md', `no row "${row}"`),
      );
    },
  },
  {
    id: 'contact',
    rule: 'SECURITY and README say whom to write to.',
    remedy: 'Put {{contact}} into the page.',
    check: (assets) =>
      ['SECURITY.md', 'README.md'].flatMap((path) => {
        const { name, text } = page(assets, path);
        return unless(/[^\s@<>]+@[^\s@<>]+\.[a-z]+/i.test(text), name, path, 'no mail address');
      }),
  },
  {
    id: 'compatibility',
    rule: 'COMPATIBILITY says of worker, Camunda minors, Modeler and Node.js what was run.',
    remedy: 'Fill each cell of marketplace/submission/COMPATIBILITY.md: what was run, or "not run".',
    check: (assets) => {
      const { name, text, version } = page(assets, 'COMPATIBILITY.md');
      const rows = rowsOf(text);
      const empty = rows.filter((row) => row.some((cell) => cell === ''));
      return [
        ...missing(assets, 'COMPATIBILITY.md', [
          `Worker ${version}`,
          'Camunda',
          'Node.js',
          'Desktop Modeler',
          'what was run',
        ]),
        ...unless(
          rows.filter(([first = '']) => /^8\.\d+$/.test(first)).length > 0,
          name,
          'COMPATIBILITY.md',
          'no row of a minor',
        ),
        ...empty.map((row) => finding(name, 'COMPATIBILITY.md', `an empty cell: ${row.join(' | ')}`)),
      ];
    },
  },
  {
    id: 'badges',
    rule: 'README has the badges Community Extension, Compatible with Camunda 8, and one of the life cycle.',
    remedy: 'Write the badge with that text in its brackets; the life cycle starts with Proof of Concept.',
    check: (assets) => {
      const { name, text } = page(assets, 'README.md');
      const badges = [...text.matchAll(/!\[([^\]]+)\]\(https:\/\/img\.shields\.io/g)].map(([, badge = '']) => badge);
      const lifecycles = badges.filter((badge) => LIFECYCLES.some((stage) => badge.includes(stage)));
      return [
        ...['Community Extension', 'Compatible with Camunda 8'].flatMap((badge) =>
          unless(badges.includes(badge), name, 'README.md', `no badge "${badge}"`),
        ),
        ...unless(lifecycles.length === 1, name, 'README.md', `${lifecycles.length} badges of the life cycle`),
      ];
    },
  },
  {
    id: 'troubleshooting',
    rule: 'TROUBLESHOOTING has messages of the programs with cause and remedy.',
    remedy: 'See that docs/operations.md and desktop-modeler/README.md have their tables still.',
    check: (assets) => {
      const { name, text } = page(assets, 'TROUBLESHOOTING.md');
      const messages = rowsOf(text).filter((row) => /^[`"]/.test(row[0] ?? ''));
      return unless(messages.length >= 10, name, 'TROUBLESHOOTING.md', `${messages.length} messages`);
    },
  },
  {
    id: 'publisher',
    rule: 'Who publishes, where, and whom to write to is said everywhere.',
    remedy: 'Fill in publisher.json and build again.',
    check: ({ archives }) =>
      [...archives].flatMap(([archive, entries]) =>
        [...entries].flatMap(([path, bytes]): Finding[] => {
          if (!/\.(?:md|json)$|LICENSE$/.test(path)) return [];
          const times = textOf(bytes).split(UNSAID).length - 1;
          return times === 0 ? [] : [{ ...finding(archive, path, `${times} places without it`), person: true }];
        }),
      ),
  },
];
