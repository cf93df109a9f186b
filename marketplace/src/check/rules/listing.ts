import { isRecord, parseJson } from '@eventbridge-kit/issue';
import { SEND_EVENT_ID } from '@eventbridge-kit/templates';
import { submissionOf, textOf, type Assets } from '../assets.ts';
import { finding, unless, type Finding, type Rule } from '../rule.ts';

const FILE = 'listing/listing.json';

/** Fields of the form, each a text or a list of texts, with the most characters that read well on the listing's page. */
const FIELDS: Readonly<Record<string, { readonly list: boolean; readonly maxChars: number }>> = {
  title: { list: false, maxChars: 60 },
  summary: { list: false, maxChars: 200 },
  overview: { list: false, maxChars: 2000 },
  features: { list: true, maxChars: 160 },
  tags: { list: true, maxChars: 40 },
  versionCompatibility: { list: false, maxChars: 80 },
  availability: { list: true, maxChars: 40 },
  industries: { list: true, maxChars: 60 },
  useCases: { list: true, maxChars: 160 },
};

const BLUEPRINT = { title: 60, subtitle: 120, description: 600 } as const;

interface ListingFile {
  readonly archive: string;
  readonly listing: Readonly<Record<string, unknown>>;
}

function listingOf(assets: Assets): ListingFile {
  const { name, entries } = submissionOf(assets);
  const listing = parseJson(textOf(entries.get(FILE)));
  return { archive: name, listing: isRecord(listing) ? listing : {} };
}

function textsOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((text) => typeof text === 'string');
}

function blueprintOf(assets: Assets): ListingFile {
  const { archive, listing } = listingOf(assets);
  const blueprint = listing['blueprint'];
  return { archive, listing: isRecord(blueprint) ? blueprint : {} };
}

/** The listing's screenshots, each with its text for those who cannot see it. */
export function screenshotsOf(assets: Assets): { readonly file: string; readonly alt: string }[] {
  const { screenshots } = listingOf(assets).listing;
  return (Array.isArray(screenshots) ? screenshots : [])
    .filter(isRecord)
    .map(({ file, alt }) => ({ file: textsOf(file)[0] ?? '', alt: textsOf(alt)[0] ?? '' }));
}

/** Rules on what the form of a listing takes. */
export const LISTING_RULES: readonly Rule[] = [
  {
    id: 'listing-fields',
    rule: `The listing has ${Object.keys(FIELDS).join(', ')}.`,
    remedy: 'Write the field in marketplace/src/build/listing.ts.',
    check: (assets) => {
      const { archive, listing } = listingOf(assets);
      return Object.keys(FIELDS).flatMap((field) =>
        unless(
          textsOf(listing[field]).some((text) => text.trim() !== ''),
          archive,
          FILE,
          `${field} is empty`,
        ),
      );
    },
  },
  {
    id: 'listing-lengths',
    rule: `No text of the listing is too long (our own bounds, in characters: ${Object.entries(FIELDS)
      .map(([field, { maxChars }]) => `${field} ${maxChars}`)
      .join(', ')}).`,
    remedy: 'Shorten it in marketplace/src/build/listing.ts; details belong into the README.',
    check: (assets) => {
      const { archive, listing } = listingOf(assets);
      return Object.entries(FIELDS).flatMap(([field, { maxChars }]) =>
        textsOf(listing[field]).flatMap((text) =>
          unless(
            text.length <= maxChars,
            archive,
            FILE,
            `${field} has ${text.length} characters: "${text.slice(0, 40)}..."`,
          ),
        ),
      );
    },
  },
  {
    id: 'category',
    rule: 'A template with its worker is listed as a Connector of the Community: there is no category for plugins of the modeler, which the README links.',
    remedy: "Set type and creator in marketplace/src/build/listing.ts, and link the plugin's page in the README.",
    check: (assets) => {
      const { archive, listing } = listingOf(assets);
      const readme = textOf(submissionOf(assets).entries.get('README.md'));
      return [
        ...unless(listing['type'] === 'Connector', archive, FILE, `type ${JSON.stringify(listing['type'])}`),
        ...unless(listing['creator'] === 'Community', archive, FILE, `creator ${JSON.stringify(listing['creator'])}`),
        ...unless(/\]\([^)]*desktop-modeler\/README\.md\)/.test(readme), archive, 'README.md', 'no link to the plugin'),
      ];
    },
  },
  {
    id: 'picture-licence',
    rule: 'Logo and icon have a licence that allows their use, and the listing says which.',
    remedy: 'Say in marketplace/src/build/listing.ts who drew it and under which licence; use no logo of AWS.',
    check: (assets) => {
      const { archive, listing } = listingOf(assets);
      const logo = isRecord(listing['logo']) ? listing['logo'] : {};
      const said = textsOf(logo['licence'])[0] ?? '';
      return unless(/Apache-2\.0|MIT|CC-BY|CC0/.test(said), archive, FILE, `the licence of the logo is "${said}"`);
    },
  },
  {
    id: 'blueprint',
    rule: 'The example process is a blueprint with title, subtitle, description, thumbnail and resources, and uses the template.',
    remedy: 'Complete it in marketplace/src/build/listing.ts; npm run example gives the process the newest template.',
    check: (assets) => {
      const { archive, listing } = blueprintOf(assets);
      const { entries } = submissionOf(assets);
      const resources = textsOf(listing['resources']);
      const process = resources.find((path) => path.endsWith('.bpmn')) ?? '';
      const xml = textOf(entries.get(process));
      const found: Finding[] = Object.entries(BLUEPRINT).flatMap(([field, maxChars]) => {
        const { length } = textsOf(listing[field])[0] ?? '';
        return unless(
          length > 0 && length <= maxChars,
          archive,
          FILE,
          `${field} of the blueprint has ${length} characters of ${maxChars}`,
        );
      });
      const template = parseJson(textOf(entries.get('element-templates/send-event.json')));
      const version = isRecord(template) ? JSON.stringify(template['version']) : '';
      return [
        ...found,
        ...[...textsOf(listing['thumbnail']), ...resources]
          .filter((path) => !entries.has(path))
          .map((path) => finding(archive, path, 'is not there')),
        ...unless(textsOf(listing['thumbnail']).length === 1, archive, FILE, 'the blueprint has no thumbnail'),
        ...unless(resources.length > 0, archive, FILE, 'the blueprint has no resources'),
        ...unless(
          xml.includes(`zeebe:modelerTemplate="${SEND_EVENT_ID}" zeebe:modelerTemplateVersion="${version}"`),
          archive,
          process,
          `no task with the template in version ${version}`,
        ),
      ];
    },
  },
];
