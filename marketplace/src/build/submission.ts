import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillIn, sectionOf, withAddresses, type Facts } from './fill-in.ts';
import { LISTING } from './listing.ts';

/** Paths and contents of an archive. */
export type Files = Map<string, Uint8Array>;

/** The name under which the connector is listed; the disclaimer names it. */
export const CONNECTOR = 'EventBridge Kit';

/** Archives that a release has beside the tarballs of npm. */
export function archiveNames(version: string): {
  readonly submission: string;
  readonly templates: string;
  readonly modeler: string;
} {
  return {
    submission: `eventbridge-kit-marketplace-${version}.zip`,
    templates: `eventbridge-kit-element-templates-${version}.zip`,
    modeler: `eventbridge-kit-desktop-modeler-${version}.zip`,
  };
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text.endsWith('\n') ? text : `${text}\n`);
}

/** The templates as users take them: the newest of each in its file, older ones below `versioned/`. */
export function templateFiles(root: string): Files {
  const file = (path: string): Uint8Array => readFileSync(join(root, 'templates', path));
  const files: Files = new Map([['send-event.json', file('send-event.json')]]);
  const newest = file('send-event.json').toString();
  for (const name of readdirSync(join(root, 'templates/versioned')).sort()) {
    const bytes = file(join('versioned', name));
    // Modelers refuse a template whose id and version stand in two files.
    if (bytes.toString() !== newest) files.set(`versioned/${name}`, bytes);
  }
  return files;
}

/** Everything that is handed in for a listing. */
export function submissionFiles(facts: Facts): Files {
  const { root } = facts;
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');
  const files: Files = new Map();
  for (const name of readdirSync(join(root, 'marketplace/submission')).sort()) {
    files.set(name, bytesOf(fillIn(read(`marketplace/submission/${name}`), facts)));
  }
  files.set('LICENSE', bytesOf(`${read('LICENSE').trimEnd()}\n\n${fillIn(disclaimer(), facts)}`));
  for (const name of ['CONTRIBUTING.md', 'CHANGELOG.md']) {
    files.set(name, bytesOf(withAddresses(read(name), name, facts, { part: false })));
  }
  files.set('TROUBLESHOOTING.md', bytesOf(troubleshooting(facts)));
  files.set('listing/listing.json', bytesOf(JSON.stringify(LISTING, undefined, 2)));
  files.set('reference/send-event.md', bytesOf(read('templates/send-event.md')));
  files.set('blueprint/order-to-event.bpmn', readFileSync(join(root, 'demo/examples/order-to-event.bpmn')));
  for (const [path, bytes] of templateFiles(root)) files.set(`element-templates/${path}`, bytes);
  const { logo, screenshots, blueprint } = LISTING;
  const pictures = [
    logo.source,
    logo.listing,
    logo.profile,
    ...screenshots.map(({ file }) => file),
    blueprint.thumbnail,
  ];
  for (const path of pictures) files.set(path, readFileSync(join(root, 'marketplace', path)));
  return files;
}

/** Camunda's words, which a listing's licence must hold as they are. */
function disclaimer(): string {
  return [
    'Disclaimer',
    '',
    `This Connector is developed by Camunda's partners or independent third-party developers. To receive assistance or support for the Connector ${CONNECTOR}, contact {{name}} directly using the contact information. Camunda disclaims any support obligation for the Connector. By installing this connector, you consent to Camunda sharing your contact information with the developer of this connector so that you can receive more information about it directly from the developer.`,
    '',
    'Contact information: {{contact}}',
  ].join('\n');
}

/** What the programs say, from the pages that tests hold to the programs. */
function troubleshooting(facts: Facts): string {
  const part = (path: string, heading: string): string =>
    withAddresses(sectionOf(readFileSync(join(facts.root, path), 'utf8'), heading), path, facts, { part: true });
  return [
    '# Troubleshooting',
    '',
    'Messages as the programs print them, with their cause and the remedy. Where a message goes on, its rest says what to set.',
    '',
    '## The worker',
    '',
    part('docs/operations.md', 'Troubleshooting'),
    '',
    '## The plugin of Desktop Modeler',
    '',
    part('desktop-modeler/README.md', 'When something is wrong'),
    '',
    '## A task',
    '',
    fillIn(
      'An incident names the field, what was found and the rule; [the page of each rule]({{page:docs/rules/README.md}}) says why, with an example. The modeler shows the same before anything is deployed.',
      facts,
    ),
  ].join('\n');
}
